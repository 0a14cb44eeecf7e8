import { focusPage } from './focus-page';

/** What is listed, and what stands around a list. */
const items = 'li, [data-row]';
const lists = '[data-section], [data-slot=table-container]';
const stops = 'a[href], button:not([tabindex="-1"]), select, summary, input:not([type=hidden])';

/** The item of a list that an element belongs to. */
export const itemOf = (element: Element) => element.closest<HTMLElement>(items);

/**
 * Remembers where an element stands in a list. The returned function gives it the focus; where its item is gone, to the same
 * element of the item that stands in its place, or to the heading of a list that is empty by then.
 */
export function placeInList(element: HTMLElement): () => void {
	const item = itemOf(element);
	const list = item?.closest<HTMLElement>(lists);
	const place = item && list ? [...list.querySelectorAll(items)].indexOf(item) : 0;
	const stop = item ? stopsOf(item).indexOf(element) : 0;
	return () => {
		if (element.isConnected) return element.focus();
		const left = [...(list?.isConnected ? list.querySelectorAll(items) : [])].map(stopsOf).filter(hasAny);
		const beside = left[Math.min(place, left.length - 1)];
		const target = beside?.[Math.min(Math.max(stop, 0), beside.length - 1)] ?? list?.querySelector<HTMLElement>('h2');
		if (target?.matches('h2')) target.tabIndex = -1;
		if (target?.isConnected) target.focus();
		else focusPage();
	};
}

const stopsOf = (item: Element) => [...item.querySelectorAll<HTMLElement>(stops)].filter(isShown);
const hasAny = (all: HTMLElement[]) => all.length > 0;
const isShown = (element: HTMLElement) => element.checkVisibility();
