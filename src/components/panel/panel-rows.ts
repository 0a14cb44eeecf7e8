import { type RecordRef, recordPath } from '@/domain/panel-record';
import { recordOf } from '@/domain/shortcuts';

// What stands on the page for a record: a row of a list, a line of Today, a card of the board.

const rows = '[data-row],[data-card]';

/** The narrowest window, in pixels, in which a row opens the panel; below, it opens the record's page. */
const narrowest = 800;

/** Whether the panel leaves anything of the page beside it. */
export const hasRoom = () => window.innerWidth >= narrowest;

/** The row that something belongs to; null where it belongs to none, or lies in the panel itself. */
export function rowOf(target: EventTarget | null): HTMLElement | null {
	const row = target instanceof Element ? target.closest<HTMLElement>(rows) : null;
	return row?.closest('[data-side-panel]') ? null : row;
}

/** The link that opens a row's own page. */
export function rowLink(row: Element): HTMLAnchorElement | null {
	return row.querySelector<HTMLAnchorElement>('[data-row-link] a, a[href]');
}

/** The record that a row stands for; null for what the panel does not show, such as an activity. */
export function recordOfRow(row: Element): RecordRef | null {
	const link = rowLink(row);
	return link && recordOf(link.pathname);
}

/** What a record is called in its row. */
export function nameInRow(row: Element): string {
	return rowLink(row)?.textContent?.trim() ?? '';
}

/** The rows among which one can be stepped from one to the next: those of the same list, card or column. */
export function rowsAround(row: Element): HTMLElement[] {
	return [...(row.parentElement?.children ?? [])].filter((each): each is HTMLElement => each.matches(rows));
}

/** The row of a record, of several the one in the list that was stepped through last. */
export function findRow(record: RecordRef, near: Element | null): HTMLElement | null {
	const links = document.querySelectorAll<HTMLAnchorElement>(`:is(${rows}) a[href="${recordPath(record)}"]`);
	const found = [...links].flatMap((link) => {
		const row = rowOf(link);
		return row && rowLink(row) === link ? [row] : [];
	});
	return found.find((row) => row.parentElement === near) ?? found[0] ?? null;
}

/** Marks the row whose record is in the panel, and no other. */
export function markRow(row: HTMLElement | null): void {
	for (const other of document.querySelectorAll(`:is(${rows})[aria-current]`))
		if (other !== row) other.removeAttribute('aria-current');
	row?.setAttribute('aria-current', 'true');
}

/** The link to the next or the previous page of a list; none where there is no such page. */
export function pageLink(by: 1 | -1): HTMLAnchorElement | null {
	return document.querySelector<HTMLAnchorElement>(`#main a[data-turn^="${by},"]`);
}

/** What a row is called and where it stands, such as "7 of 48", in which column, and whether rows come before and after it. */
export type RowPlace = { name: string; text: string; within: string | null; isFirst: boolean; isLast: boolean };

export function rowPlace(row: HTMLElement): RowPlace {
	const name = nameInRow(row);
	const around = rowsAround(row);
	const index = around.indexOf(row);
	const counted = document.querySelector<HTMLElement>('#main [data-list-count][data-from]')?.dataset;
	const column = row.closest<HTMLElement>('[data-column]');
	const isFirst = index === 0;
	const isLast = index === around.length - 1;
	const said = (place: number, all: string | undefined) => `${place.toLocaleString('en')} of ${all}`;
	if (column) {
		const within = column.closest('section')?.getAttribute('aria-label') ?? null;
		return { name, text: said(index + 1, column.dataset.count), within, isFirst, isLast };
	}
	const isList = counted && row.closest('table') !== null;
	if (!isList)
		return { name, text: said(index + 1, around.length.toLocaleString('en')), within: null, isFirst, isLast };
	return {
		name,
		text: said(Number(counted.from) + index, counted.all),
		within: null,
		isFirst: isFirst && !pageLink(-1),
		isLast: isLast && !pageLink(1),
	};
}

export function isSamePlace(one: RowPlace | null, other: RowPlace | null): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}
