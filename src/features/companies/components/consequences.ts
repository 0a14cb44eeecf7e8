import { countedList } from '@/lib/counted';

export type Consequences = { contacts: number; deals: number; activities: number; followUps: number };

/** What a delete takes with it, in a sentence about `whose` (such as "its" or "their"). */
export function describeConsequences({ contacts, deals, activities, followUps }: Consequences, whose: string): string {
	const lost = countedList([
		[contacts, 'contact', 'contacts'],
		[deals, 'deal', 'deals'],
		[activities, 'activity', 'activities'],
		[followUps, 'follow-up', 'follow-ups'],
	]);
	return lost
		? `This also deletes ${whose} ${lost}.`
		: 'Nothing else is deleted with it: there are no contacts, deals, activities or follow-ups.';
}
