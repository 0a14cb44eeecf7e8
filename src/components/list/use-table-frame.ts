'use client';

import { type RefObject, useLayoutEffect } from 'react';

/** What stands in a cell. */
const contents = 'td > a, td > p, td > span, td > time, th > a';

/**
 * Around a table: says whether its columns fit or are scrolled, as the heads stay in sight in another way each time, and lets
 * what is cut off be read whole on hovering. One listener serves all cells.
 */
export function useTableFrame(frame: RefObject<HTMLDivElement | null>) {
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
		return () => {
			observer.disconnect();
			element.removeEventListener('mouseover', sayWhole);
		};
	}, [frame]);
}
