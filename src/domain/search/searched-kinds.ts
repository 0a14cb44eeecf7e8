/** The kinds of records that are searched, in the order of the results. */
export const searchedKinds = ['company', 'contact', 'deal', 'activity', 'follow_up'] as const;
export type SearchedKind = (typeof searchedKinds)[number];

/** What each kind is called as `in:contacts` and in the address of the results. */
export const kindWords = {
	companies: 'company',
	contacts: 'contact',
	deals: 'deal',
	activities: 'activity',
	'follow-ups': 'follow_up',
} as const satisfies Record<string, SearchedKind>;
export type KindWord = keyof typeof kindWords;
