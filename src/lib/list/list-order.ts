export type Direction = 'asc' | 'desc';
export const opposite = { asc: 'desc', desc: 'asc' } as const;

/** A column that a list is sorted by, and in which direction. */
export type SortBy<Sort extends string> = { sort: Sort; direction: Direction };

/** The most columns that a list is sorted by. */
const mostSorts = 4;

/**
 * An order as an address says it, such as `company.asc,name.desc`: what the list can be sorted by, each column once. `isKnown` tells
 * of other columns that it has, which go upward first.
 */
export function readOrder<Sort extends string>(
	text: string,
	sorts: Readonly<Record<Sort, Direction>>,
	isKnown: (name: string) => boolean = () => false,
): SortBy<Sort>[] {
	const read = new Map<Sort, SortBy<Sort>>();
	for (const part of text.slice(0, 500).split(',')) {
		const [column = '', direction] = part.split('.', 2);
		if (read.has(column as Sort) || !(Object.hasOwn(sorts, column) || isKnown(column))) continue;
		const sort = column as Sort;
		const known = direction === 'asc' || direction === 'desc' ? direction : (sorts[sort] ?? 'asc');
		read.set(sort, { sort, direction: known });
	}
	return [...read.values()].slice(0, mostSorts);
}

/** An order as an address says it. */
export const writeOrder = (order: readonly SortBy<string>[]): string =>
	order.map(({ sort, direction }) => `${sort}.${direction}`).join(',');

/**
 * An order with one more column at its end, `added` being the column with its first direction. A column that is in it already
 * turns around; one behind the first that has turned around goes.
 */
export function withSort(order: string, added: string): string {
	const [column = '', first] = added.split('.', 2);
	const parts = order.split(',').filter(Boolean);
	const at = parts.findIndex((part) => part.split('.', 1)[0] === column);
	if (at < 0) return [...parts.slice(0, mostSorts - 1), added].join(',');
	const isTurned = parts[at] !== `${column}.${first}`;
	if (isTurned && at > 0) return parts.toSpliced(at, 1).join(',');
	const other = parts[at]?.endsWith('.asc') ? 'desc' : 'asc';
	return parts.with(at, `${column}.${other}`).join(',');
}
