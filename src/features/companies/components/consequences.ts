import { countedList } from '@/lib/text/counted';

export type Consequences = { contacts: number; deals: number; activities: number; followUps: number };

/** A sentence that lists what is deleted together with one or several companies. */
export function describeConsequences(
	{ contacts, deals, activities, followUps }: Consequences,
	whose: 'its' | 'their',
): string {
	const lost = countedList([
		[contacts, 'contact', 'contacts'],
		[deals, 'deal', 'deals'],
		[activities, 'activity', 'activities'],
		[followUps, 'follow-up', 'follow-ups'],
	]);
	return lost
		? `This also deletes ${whose} ${lost}.`
		: `There are no contacts, deals, activities or follow-ups that would be deleted with ${whose === 'its' ? 'it' : 'them'}.`;
}
