/** What somebody is called or reached by. */
export type TermKind = 'name' | 'email' | 'phone';
export type Term = { kind: TermKind; value: string };

/** Regular expressions of PostgreSQL that match some terms in a text, and those that match them, and perhaps more, in JSON. */
export type Patterns = { exact: string[]; loose: string[] };

/** The letters that fold to one letter, by it. */
export type LetterClasses = Map<string, string>;

/** So many terms are matched by one expression. */
const atOnce = 50;
/** Digits that a number has at least; shorter ones are extensions, and found everywhere. */
const fewestDigits = 7;
/** The last digits of a number, which are the same however it is dialed. */
const ownDigits = 9;

/** Whether a name is one word, which others may have, and which a text may say for something else. */
export const isOneWord = (name: string) => wordsOf(name).length < 2;

const wordsOf = (name: string) => name.split(/[\s.'-]+/).filter(Boolean);

/** The expressions for some terms. A name of one word is matched as it is written, others whatever their case and accents. */
export function patternsOf(terms: Term[], classes: LetterClasses): Patterns {
	const exact: string[] = [];
	const loose: string[] = [];
	for (const kind of ['name', 'email', 'phone'] as const) {
		const own = [...new Set(terms.filter((term) => term.kind === kind).flatMap((term) => bodiesOf(term, classes)))];
		for (let at = 0; at < own.length; at += atOnce) {
			const body = `(?:${own.slice(at, at + atOnce).join('|')})`;
			exact.push(`${before[kind]}${body}${after[kind]}`);
			loose.push(body);
		}
	}
	return { exact, loose };
}

const before = {
	name: '(?<![[:alnum:]])',
	email: '(?<![[:alnum:]._%+-])',
	// the code of a country or an area, which would make a search through many texts slow
	phone: '(?<![0-9])(?:[+]?[0-9]{1,4}[ .()/\u00a0-]{0,3}){0,2}',
};
const after = { name: '(?![[:alnum:]])', email: '(?![[:alnum:]]|[.-][[:alnum:]])', phone: '(?![0-9])' };

/** Between two words of a name; in JSON a line break is written as an escape. */
const gap = "(?:[\\s\u00a0.'-]|\\\\[nrt])+";

function bodiesOf({ kind, value }: Term, classes: LetterClasses): string[] {
	if (kind === 'phone') return numbersIn(value).map(phoneBody);
	if (kind === 'email') return [letters(value.trim(), classes)];
	const words = wordsOf(value);
	if (words.length === 0) return [];
	return [words.length === 1 ? escaped(words[0] ?? '') : words.map((word) => letters(word, classes)).join(gap)];
}

/** The numbers in a phone field that are long enough to be somebody's, as digits. */
export const numbersIn = (phone: string) =>
	phone
		.split(/[^\d+().\s/\u00a0-]+/)
		.map((part) => part.replace(/\D/g, '').replace(/^0+/, ''))
		.filter((digits) => digits.length >= fewestDigits);

/** A number by its last digits, whatever stands between them. */
const phoneBody = (digits: string) => [...digits.slice(-ownDigits)].join('[ .()/\u00a0-]{0,3}');

function letters(text: string, classes: LetterClasses): string {
	return [...text]
		.map((letter) => {
			const folded = [...classes].find(([, all]) => all.includes(letter));
			return folded ? `[${folded[1]}]` : eitherCase(letter);
		})
		.join('');
}

const eitherCase = (letter: string) =>
	[...new Set([letter, letter.toLowerCase(), letter.toUpperCase()])]
		.map(escaped)
		.join('|')
		.replace(/^(.*\|.*)$/s, '(?:$1)');

/** A text as an expression; quotes and backslashes also as JSON writes them. */
const escaped = (text: string) =>
	text
		.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
		.replaceAll('"', '(?:\\\\)?"')
		.replaceAll('\\\\', '(?:\\\\){1,2}');
