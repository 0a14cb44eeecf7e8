import { daysLater, instantOf } from '@/lib/dates/dates';
import { calendarOf, daysOfSpan } from '@/lib/list/condition-days';
import type { DateSpan } from '@/lib/list/list-fields';
import { anyText, day, lastOf } from '@/lib/list/list-filters';
import type { SearchParams } from '@/lib/list/list-params';
import { isRecordId } from '@/lib/text/text';

// What the history is filtered by, as its address has it.

/** The kinds of records that have a history, as they are called in the plural. */
export const historyKinds = {
	company: 'Companies',
	contact: 'Contacts',
	deal: 'Deals',
	activity: 'Activities',
	follow_up: 'Follow-ups',
	tag: 'Tags',
	field: 'Custom fields',
	saved_view: 'Views',
	settings: 'Settings',
} as const;
export type HistoryKind = keyof typeof historyKinds;

export const actionNames = {
	created: 'Created',
	changed: 'Changed',
	deleted: 'Deleted',
	undone: 'Undone or redone',
} as const;
export type HistoryAction = keyof typeof actionNames;

/** The times to choose from; for the last one the user enters the days. */
export const times = ['today', 'yesterday', 'week', 'last-week', 'month', 'last-month', 'year', 'own'] as const;
export type HistoryTime = (typeof times)[number] & (DateSpan | 'own');

/** A change set that a page begins after, by its time in milliseconds and its id. */
export type HistoryPlace = { at: number; id: string };

/** What the history is filtered by. Days are YYYY-MM-DD and only apply to an own range. */
export type HistoryFilter = {
	/** Words of the name of records. */
	q: string;
	kind: HistoryKind | undefined;
	action: HistoryAction | undefined;
	when: HistoryTime | undefined;
	from: string | undefined;
	to: string | undefined;
	before: HistoryPlace | undefined;
};

export const noFilter: HistoryFilter = {
	q: '',
	kind: undefined,
	action: undefined,
	when: undefined,
	from: undefined,
	to: undefined,
	before: undefined,
};

const filters = {
	q: anyText(200),
	kind: lastOf(...(Object.keys(historyKinds) as HistoryKind[])),
	action: lastOf(...(Object.keys(actionNames) as HistoryAction[])),
	when: lastOf(...times),
	from: day(),
	to: day(),
};

/** The nearest valid filter for any address. */
export function parseHistory(params: SearchParams): HistoryFilter {
	const values = (name: string) => [params[name] ?? []].flat();
	const [kind] = filters.kind(values('kind'));
	const [action] = filters.action(values('action'));
	const [when] = filters.when(values('when'));
	const [from] = when === 'own' ? filters.from(values('from')) : [];
	const [to] = when === 'own' ? filters.to(values('to')) : [];
	const [q = ''] = filters.q(values('q'));
	return { q, kind, action, when, from, to, before: parsePlace(values('before').at(-1)) };
}

function parsePlace(text = ''): HistoryPlace | undefined {
	const [at = '', id = ''] = text.split('_', 2);
	return /^\d{1,14}$/.test(at) && isRecordId(id) ? { at: Number(at), id } : undefined;
}

/** The query string, without `?`, of the history that differs from `filter` by `change`; it begins at the newest, unless told. */
export function historyQuery(filter: HistoryFilter, change: Partial<HistoryFilter> = {}): string {
	const { before, ...asked } = { ...filter, before: undefined, ...change };
	const search = new URLSearchParams();
	for (const name of ['q', 'kind', 'action', 'when'] as const) if (asked[name]) search.set(name, asked[name]);
	if (asked.when === 'own') for (const name of ['from', 'to'] as const) if (asked[name]) search.set(name, asked[name]);
	if (before) search.set('before', `${before.at}_${before.id}`);
	return search.toString();
}

/** Whether anything is filtered. */
export function isFiltered({ q, kind, action, when }: HistoryFilter): boolean {
	return Boolean(q || kind || action || when);
}

/** From when until when a filter asks in the account's time zone. */
export function instantsOf(
	{ when, from, to }: HistoryFilter,
	{ timeZone, ...week }: { timeZone: string; weekStart: number },
): [from: Date | undefined, to: Date | undefined] {
	const days = when && when !== 'own' ? daysOfSpan(when, calendarOf({ timeZone, ...week })) : { from, to };
	const start = (day: string) => instantOf(`${day}T00:00`, timeZone);
	return [days.from ? start(days.from) : undefined, days.to ? start(daysLater(days.to, 1)) : undefined];
}
