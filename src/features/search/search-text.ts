import { foldForSearch, parseSearch } from '@/lib/list/search';
import { wordsOf } from './search-rank';

// How well a text matches a search.

/** A part of a text that begins at letter `start`, and whether it matches. */
export type Part = { text: string; start: number; marked: boolean };

/** The digits of a number that stay the same with and without the code of its country. */
export const nationalDigits = (text: string): string => text.replace(/\D/g, '').slice(-9);

/** A text in parts, with those marked that have one of some texts. Adjacent marked parts are joined. */
export function markMatches(text: string, sought: readonly string[]): Part[] {
	// each letter with its accents, so that a mark never parts them
	const letters = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].map(
		(each) => each.segment,
	);
	const marked = letters.map(() => false);
	for (const each of sought) {
		const isNumber = /^\d{4,}$/.test(each.replace(/[\s().+/-]/g, ''));
		const compared = (letter: string) =>
			isNumber ? foldForSearch(letter).replace(/[\s()+/]/g, '') : foldForSearch(letter);
		mark(letters.map(compared), compared(each), marked);
	}
	const parts: Part[] = [];
	for (const [index, letter] of letters.entries()) {
		const last = parts.at(-1);
		if (last && last.marked === marked[index]) last.text += letter;
		else parts.push({ text: letter, start: index, marked: marked[index] ?? false });
	}
	return parts;
}

/** Marks the letters, as they are compared, among which a text stands: where it is a word, else where it begins one, else anywhere. */
function mark(letters: string[], sought: string, marked: boolean[]) {
	if (sought === '') return;
	const starts: number[] = [];
	let whole = '';
	for (const letter of letters) {
		starts.push(whole.length);
		whole += letter;
	}
	const places: number[] = [];
	for (let at = whole.indexOf(sought); at >= 0; at = whole.indexOf(sought, at + 1)) places.push(at);
	const isOpen = (at: number) => !/[\p{L}\p{N}]/u.test(whole[at] ?? '');
	const begins = places.filter((at) => at === 0 || isOpen(at - 1));
	const own = begins.filter((at) => isOpen(at + sought.length));
	const shown = [own, begins, places].find(({ length }) => length > 0) ?? [];
	let letter = 0;
	for (const at of shown) {
		while (letter > 0 && (starts[letter] ?? 0) > at) letter--;
		while ((starts[letter + 1] ?? whole.length) <= at) letter++;
		for (let n = letter; n < letters.length && (starts[n] ?? 0) < at + sought.length; n++)
			if ((starts[n + 1] ?? whole.length) > at) marked[n] = true;
	}
}

/** Whether each typed word is a word of a text, or the beginning of one, with at most one letter wrong, missing or too many. */
export function isAlmost(text: string, q: string): boolean {
	const own = wordsOf(foldForSearch(text)).filter(Boolean);
	const words = parseSearch(q).words.map(foldForSearch);
	return words.every((word) =>
		own.some((each) => each.startsWith(word) || (word.length >= shortestMistyped && beginsAlmostWith(each, word))),
	);
}

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
