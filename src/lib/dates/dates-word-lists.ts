import { dateColumn, daysLater } from './dates';

// The words with which people write days, in English, in Vietnamese (with or without its marks), and the nearest days and the
// weekdays in the account's language.

/** A text without marks, as many people type it: "thứ sáu" is "thu sau". */
export function withoutDiacritics(text: string): string {
	return text
		.normalize('NFD')
		.replace(/[\u0300-\u036f]/g, '')
		.normalize('NFC')
		.replaceAll('đ', 'd');
}

/** How many days from today a word lies. "Mốt" is the day after tomorrow; one of anything is written with its unit. */
const dayWords: Record<string, number> = {
	...{ today: 0, tonight: 0, 'hom nay': 0, nay: 0, 'bua nay': 0, 'ngay hom nay': 0 },
	...{ tomorrow: 1, tmr: 1, tmrw: 1, mai: 1, 'ngay mai': 1, 'hom sau': 1 },
	...{ 'day after tomorrow': 2, mot: 2, 'ngay mot': 2, kia: 2, 'ngay kia': 2 },
	...{ yesterday: -1, 'hom qua': -1, 'ngay hom qua': -1, 'day before yesterday': -2, 'hom kia': -2 },
};

/** How many days from today a word in English, Vietnamese or a locale's language lies; undefined if it says no day. */
export function dayWord(word: string, locale: string): number | undefined {
	return Object.hasOwn(dayWords, word) ? dayWords[word] : localWords(locale).days.get(word);
}

const english = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const vietnamese = ['mot', 'hai', 'ba', 'bon', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi'];
const numbers = new Map<string, number>([
	...[english, vietnamese].flatMap((words) => words.map((word, at): [string, number] => [word, at + 1])),
	['an', 1],
	['a', 1],
]);

/** A number in digits or as a word up to twelve; undefined for any other text. */
export function numberOf(word: string): number | undefined {
	return /^\d{1,4}$/.test(word) ? Number(word) : numbers.get(word);
}

/** Numbers in digits and in words, for a pattern. */
export const numberPattern = `\\d{1,4}|${[...numbers.keys()].join('|')}`;

export type Unit = 'day' | 'workday' | 'week' | 'month' | 'quarter' | 'year';

const units: Record<Unit, string[]> = {
	workday: ['business days?', 'working days?', 'workdays?', 'ngay lam viec'],
	day: ['days?', 'd', 'ngay'],
	week: ['weeks?', 'wks?', 'w', 'tuan'],
	month: ['months?', 'mos?', 'm', 'thang'],
	quarter: ['quarters?', 'q', 'quy'],
	year: ['years?', 'yrs?', 'y', 'nam'],
};

/** The words of all units, for a pattern: what "unitOf" then tells apart. */
export const unitPattern = Object.values(units).flat().join('|');

/** The unit that a word names. */
export function unitOf(word: string): Unit {
	const found = (Object.keys(units) as Unit[]).find((unit) => new RegExp(`^(?:${units[unit].join('|')})$`).test(word));
	return found ?? 'day';
}

/** 1 Monday to 7 Sunday. The first name of each is the short one, behind which the rest of the long one may be left out. */
const weekdays: string[][] = [
	['mon(?:d(?:ay?)?)?', 'thu (?:2|hai)', 't2'],
	['tue(?:s(?:day)?)?', 'thu (?:3|ba)', 't3'],
	['wed(?:s|nesday)?', 'thu (?:4|tu)', 't4'],
	['thu(?:r(?:s(?:day)?)?)?', 'thu (?:5|nam)', 't5'],
	['fri(?:day)?', 'thu (?:6|sau)', 't6'],
	['sat(?:urday)?', 'thu (?:7|bay)', 't7'],
	['sun(?:day)?', 'cn', 'chu nhat', 'chua nhat'],
];

/** The names of all weekdays, for a pattern; the longer ones first, so that "thu 6" is no Thursday. */
export function weekdayPattern(locale: string): string {
	const [short, long] = [weekdays.map(([name]) => name), weekdays.flatMap((names) => names.slice(1))];
	return [...localWords(locale).weekdays.keys().map(literally), ...long, ...short].join('|');
}

/** The weekday that a name of the pattern above means: 1 Monday to 7 Sunday. */
export function weekdayNamed(name: string, locale: string): number {
	const place = weekdays.findIndex((names) => new RegExp(`^(?:${names.join('|')})$`).test(name));
	return place >= 0 ? place + 1 : (localWords(locale).weekdays.get(name) ?? 1);
}

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

type LocalWords = { days: Map<string, number>; weekdays: Map<string, number> };
const known = new Map<string, LocalWords>();

/** What the browser knows of a locale's language: the words for the nearest days, and the weekdays. */
function localWords(locale: string): LocalWords {
	const words = known.get(locale) ?? makeWords(locale);
	if (known.size > 20) known.clear();
	known.set(locale, words);
	return words;
}

function makeWords(locale: string): LocalWords {
	const plain = (text: string) => withoutDiacritics(text.normalize('NFKC').toLowerCase()).replace(/\.$/, '').trim();
	const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
	const near = [-2, -1, 0, 1, 2].map((days): [string, number] => [plain(relative.format(days, 'day')), days]);
	const formats = (['long', 'short'] as const).map(
		(weekday) => new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' }),
	);
	// a Monday and the days behind it
	const named = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
		formats.map((format): [string, number] => [
			plain(format.format(dateColumn(daysLater('2026-11-29', weekday)))),
			weekday,
		]),
	);
	return {
		days: new Map(near.filter(([word]) => !/\d/.test(word))),
		weekdays: new Map(named.filter(([name]) => name.length > 1).toSorted(([a], [b]) => b.length - a.length)),
	};
}
