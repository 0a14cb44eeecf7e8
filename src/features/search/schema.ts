import { z } from 'zod';
import { type KindWord, kindWords, type SearchedKind } from '@/domain/search/searched-kinds';
import { cleanSearch } from '@/lib/list/search';
import type { SearchOperator } from '@/lib/list/search-query';
import { recordId } from '@/lib/text/text';

/** The text of the search box, cut to the longest search. */
export const searchText = z.strictObject({ q: z.string().default('').transform(cleanSearch) });

/** The kinds of records that have a page of their own. */
const openedKinds = ['company', 'contact', 'deal', 'activity'] as const;

/** A record that was opened. */
export const openedRecord = z.strictObject({ kind: z.enum(openedKinds), id: recordId });

const firstOf = (value: unknown) => (Array.isArray(value) ? value[0] : value);

/** The address of the page of results; what it cannot read it takes as not there. */
export const searchPage = z.object({
	q: z.preprocess(firstOf, z.string().catch('')).transform(cleanSearch),
	in: z.preprocess(
		firstOf,
		z
			.enum(Object.keys(kindWords) as [KindWord])
			.optional()
			.catch(undefined),
	),
	page: z.preprocess(firstOf, z.coerce.number().int().min(1).max(50).catch(1)),
});

/** Why a record was found where neither its name nor what is shown of it says so: which of its fields has what was typed, and what it says. */
export type FoundIn = { label: string; text: string; isOwn?: true };

/** A record that was found. */
export type Hit = {
	kind: SearchedKind;
	id: string;
	name: string;
	/** What distinguishes it, in words: its role, company, value or date. */
	about: string;
	/** Whether the person decides. */
	decides: boolean;
	why: FoundIn | null;
	/** Where it leads, for what has no page of its own. */
	href?: string;
};

/**
 * What keeps a search from finding: an operator whose value is nothing that there is, such as a tag that nobody has made, or is still
 * to be typed; operators that no kind of record can have at once; and only words to leave out.
 */
export type UnknownValue = { operator: SearchOperator | 'together' | 'only left out'; value: string };

/**
 * The results, the best of each kind first. `more` names the kinds with further results. `opened` is how many of the
 * first ones are there because they were opened last, where nothing was typed. `best` is the id of the best result, and `marks` are
 * the texts to be marked.
 */
export type SearchAnswer = {
	hits: Hit[];
	more: SearchedKind[];
	opened: number;
	best: string | null;
	marks: string[];
	unknown: UnknownValue[];
	/** They are there because nothing was asked for; the text asks for more than words, so that nothing is called so. */
	isLatest?: true;
	isQuery?: true;
};
