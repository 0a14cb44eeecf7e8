import 'server-only';
import { phoneIn } from '@/lib/text/phone-readings';
import { cleanSearch, foldForSearch, parseSearch } from './search';

// What a search asks for: words, exact words in quotation marks, what is left out, and operators such as `stage:proposal`.

/** The operators that a search understands. */
export type SearchOperator = 'tag' | 'stage' | 'is' | 'in';

/** `stage:proposal` or, refused, `-stage:proposal`; the value as it was typed. */
export type SearchCondition = { operator: SearchOperator; value: string; refused: boolean };

export type SearchQuery = {
	/** All of these, in any order. */
	words: string[];
	/** Each as it stands. */
	phrases: string[];
	/** None of these. */
	refused: string[];
	conditions: SearchCondition[];
	/** Operators whose values are still to be typed. */
	unfinished: SearchOperator[];
};

/** A part of a search: a minus or none, an operator or none, and a text in quotation marks or a word. */
const part = /(-?)(?:(tag|stage|is|in):)?(?:"([^"]*)"?|([^\s"]\S*))/giu;

const emptyOperator = /^-?(tag|stage|is|in):"?$/i;

/** The parts of a search's text. A phone number is nothing but words, whatever signs it is written with. */
export function searchQueryOf(text: string): SearchQuery {
	const query: SearchQuery = { words: [], phrases: [], refused: [], conditions: [], unfinished: [] };
	const typed = cleanSearch(text);
	if (phoneIn(typed) !== null) return { ...query, words: parseSearch(typed).words };
	for (const [whole, minus, operator, quoted, word] of typed.replace(/[“”„«»]/g, '"').matchAll(part)) {
		const [, unfinished] = emptyOperator.exec(whole) ?? [];
		if (unfinished) query.unfinished.push(unfinished.toLowerCase() as SearchOperator);
		if (unfinished) continue;
		const value = (quoted ?? word ?? '').trim();
		const refused = minus === '-' && !value.startsWith('-');
		if (operator) {
			if (value) query.conditions.push({ operator: operator.toLowerCase() as SearchOperator, value, refused });
		} else if (refused) query.refused.push(value);
		else if (quoted !== undefined) query.phrases.push(...(value ? [value] : []));
		else query.words.push(...parseSearch(whole).words);
	}
	// signs such as a lone hyphen count only where nothing else was typed, and then nothing matches
	const telling = query.words.filter((word) => foldForSearch(word) !== '');
	return telling.length > 0 || asksForMore(query) ? { ...query, words: telling } : query;
}

/** Whether a search asks for more than words. */
export const asksForMore = ({ phrases, refused, conditions }: SearchQuery): boolean =>
	phrases.length + refused.length + conditions.length > 0;

/** Whether a search asks for nothing at all. */
export const isEmptyQuery = (query: SearchQuery): boolean => query.words.length === 0 && !asksForMore(query);

/** The texts of a search that what it finds holds. */
export const soughtTexts = ({ words, phrases }: SearchQuery): string[] => [...phrases, ...words];
