import type { ReactNode } from 'react';
import type { IconClass } from '@/components/ui/icons';
import type { NamedRecord } from '@/domain/named-record';

/**
 * What a cell shows, as data. A page of rows has two hundred cells: as elements they would travel twice, each time with all
 * of its tags and classes; as data they are drawn where they are shown, by `DataTable`.
 */
export type Cell =
	| string
	| null
	/** What the user wrote, at most two lines of it. */
	| { own: string }
	/** A sentence that breaks anywhere rather than widen its column. */
	| { long: string }
	| { to: string; name: string; others?: string[] }
	| { email: string; shown: string }
	| { phone: string }
	| { tags: { name: string; colour: string }[] }
	| { icon: IconClass; name: string }
	/** Anything else. */
	| { node: ReactNode };

/** A row as data: its id, the text that opens it, and its other cells in the order of the columns. */
export type RowCells = [id: string, name: string, ...Cell[]];

/** A column as the browser needs it. */
export type ColumnHead = {
	head: string;
	right?: true;
	wide?: true;
	spare?: true;
	/** The field that its cells are edited by. */
	field?: string;
	/** The address of the list sorted by it, and the order that it is in by this column. */
	href?: string;
	sorted?: 'ascending' | 'descending';
};

/** A link to a record that a row may name; nothing where it names none. */
export const linkCell = (to: string | null, name: string | null): Cell => (to && name ? { to, name } : null);

/** A link to the first of several records, with the names of the others; nothing where there is none. */
export function firstLinkCell(path: (id: string) => string, [first, ...others]: NamedRecord[]): Cell {
	if (!first) return null;
	const names = others.map(({ name }) => name);
	return { to: path(first.id), name: first.name, ...(names.length > 0 && { others: names }) };
}

/** A record's tags; nothing where there are none. */
export const tagsCell = (tags: { name: string; colour: string }[]): Cell =>
	tags.length > 0 ? { tags: tags.map(({ name, colour }) => ({ name, colour })) } : null;
