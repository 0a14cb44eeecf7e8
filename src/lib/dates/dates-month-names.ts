import { dateColumn } from './dates';
import { type DateStyle, monthNames } from './dates-style';

/** The parts of a date that were found in a text; the year as it was written. */
export type DateParts = { year?: string | undefined; month: number; date: number };

/** The words around the numbers in a date with a month's name, in the languages that the settings offer. */
const fillers = /(?<=\d)(st|nd|rd|th)\b|\b(of|de|del|the|ngay|nam|gada)\b|[年日년일г]/gu;

/** Reads "5 Nov 2026", "November 5", or what the account's language writes, such as "5 thg 11, 2026". */
export function readMonthName(typed: string, style: DateStyle): DateParts | null {
	const text = fold(typed);
	const found = namesOf(style.locale)
		.map(({ name, month }) => ({ name, month, at: positionOf(name, text) }))
		.find(({ at }) => at >= 0);
	if (!found) return null;
	const rest = `${text.slice(0, found.at)} ${text.slice(found.at + found.name.length)}`.replace(fillers, ' ');
	const numbers = rest.match(/\d+/g) ?? [];
	const [first = '', second] = numbers;
	if (numbers.length < 1 || numbers.length > 2 || /[^\d\s.,/-]/.test(rest)) return null;
	const yearFirst = second !== undefined && (first.length > 2 || (style.order === 'ymd' && second.length < 3));
	const [date, year] = yearFirst ? [second, first] : [first, second];
	return date.length > 2 ? null : { year, month: found.month, date: Number(date) };
}

/** The month that a text names and nothing else, such as "december", "dec" or "tháng 12": 1 to 12; null for any other text. */
export function monthNamed(typed: string, locale: string): number | null {
	const text = fold(typed);
	const [, number] = /^(?:thang|thg) (\d{1,2})$/.exec(text) ?? [];
	if (number) return Number(number) >= 1 && Number(number) <= 12 ? Number(number) : null;
	return namesOf(locale).find(({ name }) => name === text)?.month ?? null;
}

/** Lowercase letters without accents on Latin ones, as many people type them. Thai marks stay: they distinguish words. */
function fold(text: string): string {
	return text
		.normalize('NFD')
		.replace(/[\u0300-\u036f]/g, '')
		.normalize('NFC')
		.toLowerCase();
}

/** The place of a name in a text, if it isn't part of a longer word or number. */
function positionOf(name: string, text: string): number {
	const kind = (letter: string | undefined) =>
		letter === undefined ? '' : /\d/.test(letter) ? 'digit' : /[a-z]/.test(letter) ? 'letter' : '';
	for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
		const [before, after] = [kind(text[at - 1]), kind(text[at + name.length])];
		const [start, end] = [kind(name[0]), kind(name.at(-1))];
		if ((before === '' || before !== start) && (after === '' || after !== end)) return at;
	}
	return -1;
}

type Name = { name: string; month: number };
const known = new Map<string, Name[]>();

/** The months' names in English and in a locale's language, the longest first. */
function namesOf(locale: string): Name[] {
	const names = known.get(locale) ?? makeNames(locale);
	if (known.size > 20) known.clear();
	known.set(locale, names);
	return names;
}

function makeNames(locale: string): Name[] {
	const lengths = ['long', 'short'] as const;
	const common = { calendar: 'gregory', timeZone: 'UTC' } as const;
	const alone = lengths.map((month) => new Intl.DateTimeFormat(locale, { ...common, month }));
	// some languages inflect the month's name next to a day
	const beside = lengths.map((month) => new Intl.DateTimeFormat(locale, { ...common, month, day: 'numeric' }));
	const names = monthNames.flatMap((english, index) => {
		const day = dateColumn(`2026-${String(index + 1).padStart(2, '0')}-05`);
		const own = [
			...alone.map((format) => format.format(day)),
			...beside.map((format) => format.formatToParts(day).find(({ type }) => type === 'month')?.value ?? ''),
		];
		return [english, english.slice(0, 3), ...(index === 8 ? ['sept'] : []), ...own]
			.map((name) => fold(name.normalize('NFKC')).replace(/\.$/, '').trim())
			.filter((name) => !/^[\d\s./-]*$/.test(name))
			.map((name) => ({ name, month: index + 1 }));
	});
	return names.sort((a, b) => b.name.length - a.name.length);
}
