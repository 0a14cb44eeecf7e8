import { entryAt } from './page-history';

/** How far what is scrolled within a page was scrolled, by the page's entry in the tab's history; the browser keeps only the window's. */
const positions = new Map<string, { top: number; left: number }>();

/** What names the present page among those of the tab's history; nothing where the browser does not tell. */
export const historyKey = () => entryAt(0)?.key;

/** Remembers how far an element is scrolled; returns what ends that. */
export function rememberScroll(element: HTMLElement): () => void {
	const remember = () => {
		const key = historyKey();
		if (key) positions.set(key, { top: element.scrollTop, left: element.scrollLeft });
	};
	element.addEventListener('scroll', remember, { passive: true });
	return () => element.removeEventListener('scroll', remember);
}

/** Scrolls an element to where it was when the present page was left before; returns whether that is known. */
export function restoreScroll(element: HTMLElement): boolean {
	const position = positions.get(historyKey() ?? '');
	if (position) element.scrollTo({ ...position, behavior: 'instant' });
	return position !== undefined;
}
