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
export const weight = 'Weight';
export const drag = 'Drag of a card, scripts per move';
