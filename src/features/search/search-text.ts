import { fold, foldForSearch, parseSearch } from '@/lib/list/search';

// How well a text matches a search.

/** A part of a text that begins at letter `start`, and whether it matches. */
export type Part = { text: string; start: number; marked: boolean };

/** A text in parts, with those marked that contain a word of the search. Adjacent marked parts are joined. */
export function markMatches(text: string, q: string): Part[] {
	// each letter with its accents, so that a mark never parts them
	const letters = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].map(
		(each) => each.segment,
	);
	const starts: number[] = [];
	let folded = '';
	for (const letter of letters) {
		starts.push(folded.length);
		folded += foldForSearch(letter);
	}
	const marked = letters.map(() => false);
	for (const word of parseSearch(q).words.map(foldForSearch).filter(Boolean)) {
		for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
			for (const [index, start] of starts.entries()) {
				const end = starts[index + 1] ?? folded.length;
				if (start < at + word.length && end > at) marked[index] = true;
			}
		}
	}
	const parts: Part[] = [];
	for (const [index, letter] of letters.entries()) {
		const last = parts.at(-1);
		if (last && last.marked === marked[index]) last.text += letter;
		else parts.push({ text: letter, start: index, marked: marked[index] ?? false });
	}
	return parts;
}

/**
 * How well a name matches: 0 it begins with the text, 1 each typed word begins one of its words, 2 it contains each word, 3 the
 * text is elsewhere in the record.
 */
export function rankOf(name: string, q: string): number {
	const folded = foldForSearch(name);
	const words = parseSearch(q).words.map(foldForSearch);
	if (folded.startsWith(words.join(' '))) return 0;
	const own = [folded, fold(name)].flatMap(wordsOf);
	if (words.every((word) => own.some((each) => each.startsWith(word)))) return 1;
	return words.every((word) => folded.includes(word)) ? 2 : 3;
}

/** Whether each typed word is a word of a text, or the beginning of one, with at most one letter wrong, missing or too many. */
export function isAlmost(text: string, q: string): boolean {
	const own = wordsOf(foldForSearch(text)).filter(Boolean);
	const words = parseSearch(q).words.map(foldForSearch);
	return words.every((word) =>
		own.some((each) => each.startsWith(word) || (word.length >= shortestMistyped && beginsAlmostWith(each, word))),
	);
}

const wordsOf = (folded: string) => folded.split(/[^\p{L}\p{N}]+/u);

/** The shortest word that is searched with a typo, as shorter ones would match too much. */
export const shortestMistyped = 4;

/** Whether some beginning of a word is one typo away from another: a letter wrong, missing, too many, or two swapped. */
function beginsAlmostWith(word: string, typed: string): boolean {
	return [typed.length - 1, typed.length, typed.length + 1].some(
		(length) => length <= word.length && isOneTypo(word.slice(0, length), typed),
	);
}

function isOneTypo(a: string, b: string): boolean {
	const [short, long] = a.length <= b.length ? [a, b] : [b, a];
	let at = 0;
	while (at < short.length && short[at] === long[at]) at++;
	if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
	const swapped =
		short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
	return swapped || short.slice(at + 1) === long.slice(at + 1);
}
