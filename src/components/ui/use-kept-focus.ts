'use client';

import { type RefObject, useEffect } from 'react';
import { itemOf, placeInList } from '@/lib/browser/place-in-list';

/** Keeps the focus in a list whose focused item goes away, such as a deal that was won: what stands in its place has it then. */
export function useKeptFocus(list: RefObject<HTMLElement | null>): void {
	useEffect(() => {
		const element = list.current;
		if (!element) return;
		let held: { item: HTMLElement; giveBack: () => void } | null = null;
		const onFocus = ({ target }: FocusEvent) => {
			const item = target instanceof HTMLElement ? itemOf(target) : null;
			held = item && target instanceof HTMLElement ? { item, giveBack: placeInList(target) } : null;
		};
		// what is removed may be left by the focus as well
		const onBlur = ({ target }: FocusEvent) =>
			queueMicrotask(() => {
				if (target instanceof Node && target.isConnected && !element.contains(document.activeElement)) held = null;
			});
		const observer = new MutationObserver(() => {
			if (!held || held.item.isConnected) return;
			if (document.activeElement === document.body) held.giveBack();
			held = null;
		});
		element.addEventListener('focusin', onFocus);
		element.addEventListener('focusout', onBlur);
		observer.observe(element, { childList: true, subtree: true });
		return () => {
			element.removeEventListener('focusin', onFocus);
			element.removeEventListener('focusout', onBlur);
			observer.disconnect();
		};
	}, [list]);
}
