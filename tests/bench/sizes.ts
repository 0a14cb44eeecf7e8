import type { Size } from './seed.ts';

/** What an account holds: as many as years of work, ten times that, and companies alone for the pickers. */
export const sizes = {
	usual: { companies: 20_000, contacts: 100_000, deals: 20_000, activities: 200_000, followUps: 20_000 },
	large: { companies: 100_000, contacts: 1_000_000, deals: 100_000, activities: 2_000_000, followUps: 200_000 },
	companies: { companies: 100_000, contacts: 0, deals: 0, activities: 0, followUps: 0 },
} satisfies Record<string, Size>;

/** A size in words, such as "20,000 companies, 100,000 contacts". */
export function describeSize(size: Size): string {
	return Object.entries(size)
		.map(([noun, count]) => `${count.toLocaleString('en')} ${noun === 'followUps' ? 'follow-ups' : noun}`)
		.join(', ');
}

/** What is timed besides the pages. */
export const drop = 'Drop of a card';
export const log = 'Quick log of a call';
export const drag = 'Drag of a card, scripts per move';

type Medians = { page: number; board: number; dashboard: number; search: number; picker: number };

/** Medians in milliseconds that answers should keep to in an account of a size. */
export const medianGoals = {
	usual: { page: 40, board: 60, dashboard: 80, search: 25, picker: 15 },
	large: { page: 100, board: 100, dashboard: 150, search: 60, picker: 60 },
} satisfies Record<string, Medians>;

/** The median that a page, or another request, should keep to. */
export function goalOf(name: string, isPage: boolean, goals: Medians): number {
	if (name.startsWith('Deals, board')) return goals.board;
	if (name === 'Dashboard' || name.startsWith('Report')) return goals.dashboard;
	if (name.startsWith('Search')) return goals.search;
	return isPage || name === drop || name === log ? goals.page : goals.picker;
}
