/** The columns that a list can show, by the names that its address has for them; the first one is always there. */
export type ListColumnNames = {
	/** Those that are shown where nothing was chosen, in their order. */
	usual: readonly [string, ...string[]];
	/** Those that can be shown too. */
	more: readonly string[];
};

/** A column that is shown, and its width in pixels where its user sized it. */
export type ShownColumn = { id: string; width?: number };

/** The narrowest and the widest that a column can be made, in pixels. */
export const columnWidths = { min: 56, max: 800 };

/** The nearest width that a column can have. */
export const columnWidth = (width: number) => Math.round(Math.min(Math.max(width, columnWidths.min), columnWidths.max));

/** The most columns that an address or a browser names. */
const mostColumns = 60;

/**
 * The columns as an address names them, such as `company,jobTitle-180`; null where it names none that the list has. `isKnown` tells
 * of others that it has.
 */
export function readColumns(
	text: string,
	{ usual, more }: ListColumnNames,
	isKnown: (name: string) => boolean = () => false,
): ShownColumn[] | null {
	const [first] = usual;
	const known = new Set([...usual, ...more]);
	const read = new Map<string, ShownColumn>();
	for (const part of text.slice(0, 4_000).split(',')) {
		const [, id = '', width] = /^(\w+)(?:-(\d{1,4}))?$/.exec(part) ?? [];
		if (read.size === mostColumns || read.has(id) || !(known.has(id) || isKnown(id))) continue;
		read.set(id, width === undefined ? { id } : { id, width: columnWidth(Number(width)) });
	}
	if (read.size === 0) return null;
	const leading = read.get(first) ?? { id: first };
	return [leading, ...[...read.values()].filter(({ id }) => id !== first)];
}

/** The columns as an address names them. */
export const writeColumns = (columns: readonly ShownColumn[]): string =>
	columns.map(({ id, width }) => (width === undefined ? id : `${id}-${width}`)).join(',');

/** The columns of a list for which nothing was chosen. */
export const usualColumns = ({ usual }: ListColumnNames): ShownColumn[] => usual.map((id) => ({ id }));

/** What says which columns a list shows: its address, the saved view that it was opened as, and this browser. */
type ColumnsAsked = { columns: ShownColumn[] | null; remembered: ShownColumn[] | null; saved: string };

/** The columns that a list shows: those of its address, then those of its view, then those that this browser remembers. */
export function shownColumns({ columns, remembered, saved }: ColumnsAsked, names: ListColumnNames): ShownColumn[] {
	const isView = saved !== '' && saved !== 'none';
	return columns ?? (isView ? null : remembered) ?? usualColumns(names);
}

/** The names of the columns that a list shows. */
export const shownIds = (asked: ColumnsAsked, names: ListColumnNames): string[] =>
	shownColumns(asked, names).map(({ id }) => id);
