import type { DealRole } from '@/features/deals/schema';

// What the picture and the list show of a contact, apart from where it comes from: the browser needs no more than this.

/** How a contact is colored: by their role in an open deal, otherwise by whether they decide. */
export type MapRole = DealRole | 'none';
export type Freshness = 'fresh' | 'quiet' | 'never';

export const freshnessNames: Record<Freshness, string> = {
	fresh: 'In touch',
	quiet: 'Going quiet',
	never: 'No contact yet',
};

export type MapFacts = {
	id: string;
	name: string;
	jobTitle: string | null;
	role: MapRole;
	/** Their role or authority in words; empty where they have none. */
	roleText: string;
	hasLeft: boolean;
	/** Null for who has left, whom nobody has to contact any more. */
	freshness: Freshness | null;
	/** "12 days ago", "No contact yet" … */
	contactText: string;
	deals: { id: string; name: string; role: string }[];
};
