'use client';
'use no memo';

import { useEffect, useEffectEvent } from 'react';
import { isComposing, isOverlaid, isShortcut, isTyping } from '@/lib/browser/keyboard';
import { rowOf } from './panel-rows';

type PanelActions = {
	isOpen: boolean;
	openPage: () => void;
	close: () => void;
	step: (by: 1 | -1) => void;
	/** Closes it where the click that opened it turns out to be half of a double click that edits a cell. */
	takeBack: () => void;
	/** Selects the row of the record that is open. */
	select: () => void;
};

/** Hears the keys of the panel that is open. */
export function usePanelKeys(actions: PanelActions) {
	const onDoubleClick = useEffectEvent((event: MouseEvent) => {
		// by the table, which edits the cell
		if (event.defaultPrevented && rowOf(event.target)) actions.takeBack();
	});

	const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
		if (event.defaultPrevented || !actions.isOpen || !isShortcut(event)) return;
		if (!answers(event)) return;
		event.preventDefault();
		event.stopPropagation();
	});

	function answers({ key, target }: KeyboardEvent): boolean {
		const inPanel = target instanceof Element && target.closest('[data-side-panel]');
		if (key === 'j' || key === 'k') actions.step(key === 'j' ? 1 : -1);
		else if (key === 'o' || (key === 'Enter' && target instanceof Element && target.matches('[data-side-panel]')))
			actions.openPage();
		else if (key === 'x' && inPanel) actions.select();
		else return false;
		return true;
	}

	/** What else can be closed or called off by Escape comes first: it has seen the key before the window does. */
	const onEscape = useEffectEvent((event: KeyboardEvent) => {
		if (event.key !== 'Escape' || !actions.isOpen || event.defaultPrevented) return;
		if (isComposing(event) || isOverlaid()) return;
		const { target } = event;
		const panel = document.querySelector<HTMLElement>('[data-side-panel]');
		if (!isTyping(target)) actions.close();
		// unless the field has given the focus to something of its own
		else if (panel?.contains(target as Node))
			setTimeout(() => [target, document.body].includes(document.activeElement) && panel.focus());
	});

	useEffect(() => {
		const doubleClick = (event: MouseEvent) => onDoubleClick(event);
		const keyDown = (event: KeyboardEvent) => onKeyDown(event);
		const closing = (event: KeyboardEvent) => onEscape(event);
		document.addEventListener('dblclick', doubleClick);
		// before those of the list, whose keys the panel has while it is open
		document.addEventListener('keydown', keyDown, true);
		window.addEventListener('keydown', closing);
		return () => {
			document.removeEventListener('dblclick', doubleClick);
			document.removeEventListener('keydown', keyDown, true);
			window.removeEventListener('keydown', closing);
		};
	}, []);
}
