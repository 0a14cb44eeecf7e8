import type { SearchedKind } from '@/domain/search/searched-kinds';
import { fold, foldForSearch } from '@/lib/list/search';

// The order of what a search has found.

/** What of a record decides about its place. */
export type Rankable = {
	kind: SearchedKind;
	id: string;
	name: string;
	/** Whether it is an open deal or follow-up, or a company or a person with an open deal. */
	warm: boolean;
	/** The last contact, or when it was. */
	last: Date | null;
};

/** How well it matches, from 0. */
export const ranks = { exact: 0, begins: 1, words: 2, holds: 3, oneField: 4, anywhere: 5 } as const;

/**
 * How well a name matches: it is the text, it begins with it, each typed word begins one of its words, it holds each word, or what was typed is elsewhere in
 * the record.
 */
export function rankOf(name: string, sought: string[]): number {
	const folded = foldForSearch(name);
	const words = sought.flatMap((text) => foldForSearch(text).split(/\s+/)).filter(Boolean);
	if (words.length === 0) return ranks.exact;
	const text = words.join(' ');
	if (folded.trim() === text) return ranks.exact;
	if (folded.startsWith(text)) return ranks.begins;
	const own = [folded, fold(name)].flatMap(wordsOf);
	if (words.every((word) => own.some((each) => each.startsWith(word)))) return ranks.words;
	return words.every((word) => folded.includes(word)) ? ranks.holds : ranks.anywhere;
}

/** The words of a folded text. */
export const wordsOf = (folded: string): string[] => folded.split(/[^\p{L}\p{N}]+/u);

/** Of what matches equally well, an open deal comes first, then whom there is an open deal with. */
const warmth = ({ kind, warm }: Rankable) => (warm ? (kind === 'deal' ? 0 : 1) : 2);

const kindOrder: SearchedKind[] = ['deal', 'contact', 'company', 'follow_up', 'activity'];

/** Compares two results: by how well they match, then by what is going on with them, then by how long ago that was. */
export function compareFound(one: Rankable & { rank: number }, other: Rankable & { rank: number }): number {
	return (
		one.rank - other.rank ||
		warmth(one) - warmth(other) ||
		kindOrder.indexOf(one.kind) - kindOrder.indexOf(other.kind) ||
		(other.last?.getTime() ?? 0) - (one.last?.getTime() ?? 0) ||
		one.name.length - other.name.length ||
		(one.id < other.id ? -1 : 1)
	);
}
