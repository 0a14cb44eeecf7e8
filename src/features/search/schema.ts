import { z } from 'zod';
import { cleanSearch } from '@/lib/list/search';

/** What the search box asks: any text, as much of it as is searched for. */
export const searchText = z.strictObject({ q: z.string().default('').transform(cleanSearch) });

/** What is searched, in the order in which it is shown. */
export const searchedKinds = ['company', 'contact', 'deal', 'activity'] as const;
export type SearchedKind = (typeof searchedKinds)[number];

/** A record that was found. */
export type Hit = {
	kind: SearchedKind;
	id: string;
	name: string;
	/** What it is and whose, in words. */
	about: string;
	/** Whether the person decides. */
	decides: boolean;
};

/** What was found, the best of each kind first; `more` names the kinds of which there is more in their lists. */
export type SearchAnswer = { hits: Hit[]; more: SearchedKind[] };
