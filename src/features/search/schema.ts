import { z } from 'zod';
import { cleanSearch } from '@/lib/list/search';

/** The text of the search box, cut to the longest search. */
export const searchText = z.strictObject({ q: z.string().default('').transform(cleanSearch) });

/** The kinds of records that are searched, in the order of the results. */
export const searchedKinds = ['company', 'contact', 'deal', 'activity'] as const;
export type SearchedKind = (typeof searchedKinds)[number];

/** A record that was found. */
export type Hit = {
	kind: SearchedKind;
	id: string;
	name: string;
	/** What distinguishes it, in words: its role, company, value or date. */
	about: string;
	/** Whether the person decides. */
	decides: boolean;
};

/** The results, the best of each kind first. `more` names the kinds with further results in their lists. */
export type SearchAnswer = { hits: Hit[]; more: SearchedKind[] };
