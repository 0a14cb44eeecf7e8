import type { PanelKind, RecordRef } from '@/domain/panel-record';
import { withPanel } from '@/domain/panel-record';
import { recordOf } from '@/domain/shortcuts';
import { recordOfRow, rowsAround } from './panel-rows';

/** Where a record was opened from: a list with its query, or other rows, which are known by their ids alone. */
export type ListOrigin = {
	/** The record that it led to last. */
	at: string;
	kind: PanelKind;
} & ({ query: string } | { ids: string[]; count: string; within: string | null });

const key = 'opened-from';
const lists: Record<string, PanelKind> = { '/companies': 'company', '/contacts': 'contact', '/deals': 'deal' };

/** Where the record of a page was opened from in this tab; null where it was not from a list. */
export function originOf({ kind, id }: RecordRef): ListOrigin | null {
	try {
		const origin: ListOrigin | null = JSON.parse(sessionStorage.getItem(key) ?? 'null');
		return origin?.kind === kind && origin.at === id ? origin : null;
	} catch {
		return null;
	}
}

/** Goes along with a step to another record of the same list. */
export function moveOrigin(origin: ListOrigin, id: string): void {
	keep({ ...origin, at: id });
}

/** Notes that a record is opened from a row. */
export function noteOrigin(row: HTMLElement): void {
	const record = recordOfRow(row);
	if (record) keep(originAt(row, record));
}

function originAt(row: HTMLElement, { kind, id }: RecordRef): ListOrigin {
	const { pathname, search } = window.location;
	if (row.closest('table') && lists[pathname] === kind)
		return { at: id, kind, query: withPanel(search, null).slice(1) };
	const column = row.closest<HTMLElement>('[data-column]');
	const others = rowsAround(row).map(recordOfRow);
	const ids = others.flatMap((other) => (other?.kind === kind ? [other.id] : []));
	return {
		...{ at: id, kind, ids, count: column?.dataset.count ?? ids.length.toLocaleString('en') },
		within: column?.closest('section')?.getAttribute('aria-label') ?? null,
	};
}

/** Forgets it where a link that is in no list leads to a record: what is beside it there is something else. */
export function noteLink(link: HTMLAnchorElement): void {
	const record = recordOf(link.pathname);
	if (record && originOf(record)) keep(null);
}

function keep(origin: ListOrigin | null) {
	try {
		if (origin) sessionStorage.setItem(key, JSON.stringify(origin));
		else sessionStorage.removeItem(key);
	} catch {
		// a browser that keeps nothing has no way from record to record
	}
}
