'use client';

import { type RefObject, useLayoutEffect, useRef } from 'react';
import { historyKey, rememberScroll, restoreScroll } from '@/lib/browser/kept-scroll';

/** What stands in a cell. */
const contents = 'td > a, td > p, td > span, td > time, th > a';

/**
 * Around a table: says whether its columns fit or are scrolled, as the heads stay in sight in another way each time, and lets
 * what is cut off be read whole on hovering. One listener serves all cells. Back and Forward find the rows where they were left.
 */
export function useTableFrame(frame: RefObject<HTMLDivElement | null>, rows: unknown, query: string) {
	const shown = useRef<{ key: string | undefined; query: string } | null>(null);
	useLayoutEffect(() => {
		const element = frame.current;
		if (!element) return;
		const [table] = element.children;
		const whole = new WeakSet<Element>();
		const measure = () => {
			const fits = !(table instanceof HTMLElement) || table.offsetWidth <= element.clientWidth;
			element.toggleAttribute('data-fits', fits);
			element.toggleAttribute('data-scrolls', !fits);
		};
		const sayWhole = ({ target }: MouseEvent) => {
			const shown = target instanceof Element ? target.closest<HTMLElement>(contents) : null;
			if (!shown || (shown.title && !whole.has(shown))) return;
			shown.title = shown.scrollWidth > shown.clientWidth ? (shown.textContent?.trim() ?? '') : '';
			whole.add(shown);
		};
		measure();
		const observer = new ResizeObserver(measure);
		observer.observe(element);
		if (table) observer.observe(table);
		element.addEventListener('mouseover', sayWhole);
		const forget = rememberScroll(element);
		return () => {
			forget();
			observer.disconnect();
			element.removeEventListener('mouseover', sayWhole);
		};
	}, [frame]);

	// with the rows of another page, once the frame has its height
	// biome-ignore lint/correctness/useExhaustiveDependencies: the rows say when
	useLayoutEffect(() => {
		const element = frame.current;
		const before = shown.current;
		shown.current = { key: historyKey(), query };
		if (!element || before?.key === historyKey()) return;
		// other rows begin at the first one
		if (!restoreScroll(element) && before && before.query !== query) element.scrollTop = 0;
	}, [frame, rows, query]);
}
