import { placeParams } from '@/lib/list/list-meaning';

/** A step to the page beside this one, of a list with so many pages that are known by their numbers. */
export type PageTurn = { by: 1 | -1; pages: number };

/**
 * The query string that a step leads to while a first one to `pending` is still on its way: to the page beside that one.
 * Null where there is none that a number names, as far into a list, where the row beside it has to be known.
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
 * The query string that a second change of a list leads to while a first is still on its way. The parameters that the
 * change `sets` become what it asks for; of the others, what it adds to or takes off the query on the screen (`shown` to
 * `asked`) is added to or taken off where the first leads (`pending`). A change leads to page 1, unless it sets the page.
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
