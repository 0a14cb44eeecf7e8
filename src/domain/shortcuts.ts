import type { Route } from 'next';
import { followUpsPath } from './paths';

// All keyboard shortcuts in one place: the listener, the list of shortcuts and the hints beside names read them here.

type Shortcut = { keys: string; label: string };

/** `g`, then the key of a page. */
export const goShortcuts = [
	{ keys: 'g d', label: 'Today', href: '/dashboard' },
	{ keys: 'g n', label: 'Next', href: '/dashboard/next' },
	{ keys: 'g c', label: 'Companies', href: '/companies' },
	{ keys: 'g p', label: 'Contacts (people)', href: '/contacts' },
	{ keys: 'g l', label: 'Deals', href: '/deals' },
	{ keys: 'g a', label: 'Activities', href: '/activities' },
	{ keys: 'g r', label: 'Reports', href: '/reports' },
] as const satisfies (Shortcut & { href: Route })[];

/** Further keys that lead to a page. */
export const goAliases = { 'g t': '/dashboard' } as const satisfies Record<string, Route>;

/** `c`, then the key of what to create. */
export const createShortcuts = [
	{ keys: 'c c', label: 'Company', creates: 'company' },
	{ keys: 'c p', label: 'Contact (person)', creates: 'contact' },
	{ keys: 'c l', label: 'Deal', creates: 'deal' },
	{ keys: 'c a', label: 'Activity', creates: 'activity' },
	{ keys: 'c f', label: 'Follow-up', creates: 'followUp' },
] as const satisfies (Shortcut & { creates: string })[];

export type Creatable = (typeof createShortcuts)[number]['creates'];

export const editKey = 'e';
export const listKey = '?';

/** The sequences of keys that work on every page; other keys belong to a part of the page, such as a list. */
export const sequences: readonly string[] = [
	...[...goShortcuts, ...createShortcuts].map(({ keys }) => keys),
	...Object.keys(goAliases),
	editKey,
	listKey,
];

/** The keys that lead to an address, such as "g d". */
export function keysTo(href: string): string | undefined {
	return goShortcuts.find((shortcut) => shortcut.href === href)?.keys;
}

/** The anchor of the line that adds a follow-up. */
export const newFollowUpAnchor = 'new-follow-up';

/** The field of the page in which a follow-up is begun. */
export function newFollowUpField(): HTMLInputElement | null {
	// of two, the one that came last lies over the other, as the side panel does
	return [...document.querySelectorAll(`#${newFollowUpAnchor}`)].at(-1)?.querySelector('input') ?? null;
}

/** Puts the focus into that field, once, where the address asks for it; returns whether it did. */
export function followNewFollowUpAnchor(): boolean {
	const { hash, pathname, search } = window.location;
	const field = hash === `#${newFollowUpAnchor}` ? newFollowUpField() : null;
	if (!field) return false;
	field.focus();
	window.history.replaceState(null, '', pathname + search);
	return true;
}

/** Whether a page begins with a field that has the focus: a form, the line of a new follow-up, the question why a deal is lost. */
export function beginsWithField(path: string): boolean {
	return /\/(new|edit)(\?|$)|\?lose=/.test(path) || path.endsWith(`#${newFollowUpAnchor}`);
}

/** The kind and the id of the record whose page an address names. */
export function recordOf(pathname: string): { kind: 'company' | 'contact' | 'deal'; id: string } | null {
	const [, list, id] = /^\/(companies|contacts|deals)\/([\da-f-]{36})$/.exec(pathname) ?? [];
	if (!list || !id) return null;
	return { kind: list === 'companies' ? 'company' : list === 'contacts' ? 'contact' : 'deal', id };
}

/** The address of the form for a new record, which belongs to the record whose page is open. */
export function createPath(what: Creatable, pathname: string): Route {
	const record = recordOf(pathname);
	if (what === 'followUp') return `${record ? pathname : followUpsPath}#${newFollowUpAnchor}` as Route;
	if (what === 'company') return '/companies/new';
	const { list, of } = forms[what];
	const link = record && of.includes(record.kind) ? `?${record.kind}Id=${record.id}` : '';
	return `/${list}/new${link}` as Route;
}

/** The forms, and what each can be opened for. */
const forms: Record<'contact' | 'deal' | 'activity', { list: string; of: string[] }> = {
	contact: { list: 'contacts', of: ['company'] },
	deal: { list: 'deals', of: ['company', 'contact'] },
	activity: { list: 'activities', of: ['company', 'contact', 'deal'] },
};
