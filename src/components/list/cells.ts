import type { ReactNode } from 'react';
import type { IconClass } from '@/components/ui/icons';
import type { NamedRecord } from '@/domain/named-record';
import { type DateSettings, dayIn, formatDate } from '@/lib/dates/dates';
import { dayFromToday } from '@/lib/dates/dates-ago';
import { readableAddress } from '@/lib/text/domain-names';
import type { ColumnWidth } from './column-widths';

/**
 * What a cell shows, as data. A page of rows has two hundred cells: as elements they would travel twice, each time with all
 * of its tags and classes; as data they are drawn where they are shown, by `DataTable`.
 */
export type Cell =
	| string
	| null
	/** What the user wrote. */
	| { own: string }
	| { to: string; name: string; others?: string[] }
	/** `shown` where it is read otherwise than it is written. */
	| { email: string; shown?: string }
	| { phone: string }
	| { tags: { name: string; colour: string }[] }
	| { icon: IconClass; name: string }
	/** A day in words, the date for who hovers over it, and whether that is later than it should be. */
	| { ago: string; on: string; late?: true }
	/** Anything else. */
	| { node: ReactNode };

/** A row as data: its id, the text that opens it, and its other cells in the order of the columns. */
export type RowCells = [id: string, name: string, ...Cell[]];

/** Where a cell stands on a row's card: at the end of the first line, below the name, at the end of that line, as a button to call, or below all. */
export type CardPlace = 'end' | 'under' | 'low' | 'call' | 'foot';

/** A column as the browser needs it. */
export type ColumnHead = ColumnWidth & {
	/** What the address calls it. */
	id: string;
	head: string;
	right?: true;
	isDate?: true;
	at?: CardPlace;
	/** The field that its cells are edited by. */
	field?: string;
	/** The address of the list sorted by it, and the order that it is in by this column. */
	href?: string;
	/** The order that it has when it is added to another one, such as `created.desc`. */
	adds?: string;
	/** Which place it has in an order by several columns. */
	place?: number;
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

/** An email address, with its domain as people read it; nothing where there is none. */
export function emailCell(email: string | null | undefined): Cell {
	if (!email) return null;
	const shown = readableAddress(email);
	return shown === email ? { email } : { email, shown };
}

/** A record's tags; nothing where there are none. */
export const tagsCell = (tags: { name: string; colour: string }[]): Cell =>
	tags.length > 0 ? { tags: tags.map(({ name, colour }) => ({ name, colour })) } : null;

/** Stands for the last contact where there was none; a dash would say less. */
export const neverContacted: Cell = 'Never';

/** A day (YYYY-MM-DD) by how far it is from today; nothing where there is none. */
export function agoCell(day: string | null, { locale, timeZone }: DateSettings, isLate = false): Cell {
	if (day === null) return null;
	const ago = dayFromToday(day, dayIn(new Date(), timeZone), locale);
	return { ago, on: formatDate(day, { locale }), ...(isLate && { late: true }) };
}
