// What the browser needs to know of views as well, and therefore without zod.
import type { ListName } from '@/domain/paths';

/** The lists that can have views, each by what it is called. */
export const listNames = {
	companies: 'Companies',
	contacts: 'Contacts',
	deals: 'Deals',
	activities: 'Activities',
} as const satisfies Record<ListName, string>;

export const maxViewNameLength = 60;
/** How many views a list can have. */
export const maxViews = 50;

/** A list under a search, filters and an order; `query` is what its address says after the question mark. */
export type SavedView = { id: string; list: ListName; name: string; query: string; isDefault: boolean };
