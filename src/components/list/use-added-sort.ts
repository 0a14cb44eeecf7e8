'use client';

import { type RefObject, useEffect, useEffectEvent } from 'react';
import { withSort } from '@/lib/list/list-order';
import type { ColumnChoice } from './column-choice';
import { useListNavigation } from './list-transition';

/** Shift with a click on a heading, or with Enter, sorts by its column too. */
export function useAddedSort(frame: RefObject<HTMLDivElement | null>, { query, order }: ColumnChoice) {
	const { goTo } = useListNavigation();
	const add = useEffectEvent((column: string) => {
		const params = new URLSearchParams(query);
		params.set('sort', withSort(order, column));
		goTo(params.toString(), { sets: ['sort'] });
	});
	useEffect(() => {
		const element = frame.current;
		if (!element) return;
		// before the browser opens another window for it
		const onClick = (event: MouseEvent) => {
			const link = event.target instanceof Element ? event.target.closest<HTMLElement>('th a[data-adds]') : null;
			if (!link?.dataset.adds || !event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
			event.preventDefault();
			add(link.dataset.adds);
		};
		element.addEventListener('click', onClick);
		return () => element.removeEventListener('click', onClick);
	}, [frame]);
}
