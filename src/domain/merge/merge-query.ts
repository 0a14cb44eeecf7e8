import { placeParams } from '@/lib/list/list-meaning';

/** A step to the next or previous page of a list, and how many of its pages can be opened by number. */
export type PageTurn = { by: 1 | -1; pages: number };

/**
 * The query string of a step that is taken while a first step to `pending` is still loading: one page further. Null if that
 * page has no number, as far into a list, where a page is found by the row before it.
 */
export function turnPage(pending: string, { by, pages }: PageTurn): string | null {
	const turned = new URLSearchParams(pending);
	const page = Number(turned.get('page') ?? 1) + by;
	if (page < 1 || page > pages) return null;
	for (const name of placeParams) turned.delete(name);
	if (page > 1) turned.set('page', String(page));
	return turned.toString();
}

/**
 * The query string of a second change to a list while a first one is still loading. The parameters in `sets` get their new
 * values. For the others, the difference between the query on the screen (`shown`) and the new one (`asked`) is applied to the
 * query that is loading (`pending`). A change leads to page 1, unless it sets the page.
 */
export function mergeQuery(shown: string, pending: string, asked: string, sets: readonly string[] = []): string {
	const [from, to] = [new URLSearchParams(shown), new URLSearchParams(asked)];
	const merged = new URLSearchParams(pending);
	const changes = (query: URLSearchParams, than: URLSearchParams) =>
		[...query].filter(([name, value]) => !sets.includes(name) && !than.has(name, value));
	for (const [name, value] of changes(from, to)) merged.delete(name, value);
	for (const [name, value] of changes(to, from)) if (!merged.has(name, value)) merged.append(name, value);
	for (const name of sets) {
		merged.delete(name);
		for (const value of to.getAll(name)) merged.append(name, value);
	}
	if (!sets.includes('page')) for (const name of placeParams) merged.delete(name);
	return merged.toString();
}
