// The part of views that the browser needs too, and therefore without zod.
import type { ListName } from '@/domain/paths';

/** The lists that can have views, with their names. */
export const listNames = {
	companies: 'Companies',
	contacts: 'Contacts',
	deals: 'Deals',
	activities: 'Activities',
} as const satisfies Record<ListName, string>;

export const maxViewNameLength = 60;
/** How many views a list can have. */
export const maxViews = 50;

/** A list with a search, filters and an order. `query` is the part of its address after the question mark. */
export type SavedView = { id: string; list: ListName; name: string; query: string; isDefault: boolean };

/** The lists in which a record's page leads on to the next record. */
export type SteppedList = Exclude<ListName, 'activities'>;

/** A record in a list with some query. */
export type RowInList = { list: SteppedList; query: string; id: string };
