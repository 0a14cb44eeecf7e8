import { dayBounds, daysLater, isDay } from './dates';
import { readClock } from './dates-clock';
import { type DateParts, readMonthName } from './dates-month-names';
import { type DateStyle, datePlaceholder, monthNames, weekdayNames, weekdayOf, writeDate } from './dates-style';
import { normalizeDateText } from './dates-text';
import { type Leaning, readDayInWords, splitWeekday } from './dates-words';

export type ReadDate = { ok: true; day: string } | { ok: false; message: string };

/** Reads a text, or returns null to leave it to the next reader. */
type Reader = (text: string, style: DateStyle) => DateParts | null;
const readers: Reader[] = [readIso, readDigits, readNumbers, readMonthName];

/** How many days back a date without a year may be; otherwise it is the next such date. */
const daysBack: Record<Leaning, number> = { future: 30, nearest: 182, past: 335 };

const maxDateLength = 60;

/**
 * The day (YYYY-MM-DD) that was typed, in the account's order, as ISO 8601 or in words such as "next fri"; empty if nothing was
 * typed. A two-digit year is the nearest one to today. A date that doesn't exist is refused, never moved.
 */
export function readDate(typed: string, style: DateStyle, today: string, leaning: Leaning = 'nearest'): ReadDate {
	const text = normalizeDateText(typed);
	if (text === '') return { ok: true, day: '' };
	if (text.length > maxDateLength) return notUnderstood(style, today);
	const day = readDayInWords(text, { style, today, leaning });
	if (day) return withinYears(day, style, today);
	const named = splitWeekday(text, style);
	return named ? readBesideWeekday(named, style, today, leaning) : readInDigits(text, style, today, leaning);
}

function readInDigits(text: string, style: DateStyle, today: string, leaning: Leaning): ReadDate {
	for (const read of readers) {
		const parts = read(text, style);
		if (parts) return complete(parts, style, today, leaning);
	}
	if (readClock(text)) return { ok: false, message: 'Enter a date without a time.' };
	return notUnderstood(style, today);
}

/** A date that was written with its weekday, which has to be the right one. */
function readBesideWeekday(
	{ weekday, rest }: { weekday: number; rest: string },
	style: DateStyle,
	today: string,
	leaning: Leaning,
): ReadDate {
	const read = readInDigits(rest, style, today, leaning);
	if (!read.ok || weekdayOf(read.day) === weekday) return read;
	const [right, wrong] = [weekdayOf(read.day), weekday].map((each) => weekdayNames[each - 1]);
	return { ok: false, message: `${writeDate(read.day, style)} is a ${right}, not a ${wrong}. Enter one or the other.` };
}

function withinYears(day: string, style: DateStyle, today: string): ReadDate {
	if (isDay(day)) return { ok: true, day };
	return { ok: false, message: `Enter a date from 1900 to 2199, such as ${example(style, today)}.` };
}

/** A year of four digits in front: no locale writes the day before the month then. */
function readIso(text: string): DateParts | null {
	const [, year, month, date] = /^(\d{4}) ?[-./ ] ?(\d{1,2}) ?[-./ ] ?(\d{1,2})\.?$/.exec(text) ?? [];
	return year ? { year, month: Number(month), date: Number(date) } : null;
}

/** Six or eight digits without anything between them. */
function readDigits(text: string, { order }: DateStyle): DateParts | null {
	const isShort = /^\d{6}$/.test(text);
	if (!isShort && !/^\d{8}$/.test(text)) return null;
	const split = (inOrder: string): DateParts => {
		let rest = text;
		const parts: Record<string, string> = {};
		for (const letter of inOrder) {
			const length = letter === 'y' && !isShort ? 4 : 2;
			parts[letter] = rest.slice(0, length);
			rest = rest.slice(length);
		}
		return { year: parts.y, month: Number(parts.m), date: Number(parts.d) };
	};
	const parts = split(order);
	// an ISO date such as 20261205 has no valid month or year in the account's order, which tells the two apart
	const isIso = !isShort && (parts.month < 1 || parts.month > 12 || Number(parts.year) < 1900);
	return isIso ? split('ymd') : parts;
}

function readNumbers(text: string, { order }: DateStyle): DateParts | null {
	const numbers = text.replace(/\.$/, '').split(/ ?[-./] ?| /);
	if (numbers.length < 2 || numbers.length > 3 || !numbers.every((number) => /^\d{1,4}$/.test(number))) return null;
	const letters = numbers.length === 3 ? order : order.replace('y', '');
	const part = (letter: string) => numbers[letters.indexOf(letter)];
	const [month = '', date = ''] = [part('m'), part('d')];
	return month.length > 2 || date.length > 2 ? null : { year: part('y'), month: Number(month), date: Number(date) };
}

function complete(
	{ year: written, month, date }: DateParts,
	style: DateStyle,
	today: string,
	leaning: Leaning,
): ReadDate {
	const refuse = (what: string): ReadDate => ({ ok: false, message: `${what} ${wanted(style, today)}` });
	if (written && written.length !== 2 && written.length !== 4) return notUnderstood(style, today);
	if (month < 1 || month > 12) return refuse(`There’s no month ${month}.`);
	const monthAndDate = `${two(month)}-${two(date)}`;
	const year = written ? fullYear(written, style, today) : likelyYear(monthAndDate, today, leaning);
	if (year < Number(dayBounds.min.slice(0, 4)) || year > Number(dayBounds.max.slice(0, 4)))
		return { ok: false, message: `Enter a date from 1900 to 2199, such as ${example(style, today)}.` };
	const day = `${year}-${monthAndDate}`;
	if (isDay(day)) return { ok: true, day };
	const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
	return refuse(date < 1 ? `There’s no day ${date}.` : `${monthNames[month - 1]} ${year} has only ${days} days.`);
}

const two = (number: number) => String(number).padStart(2, '0');

function fullYear(written: string, { era }: DateStyle, today: string): number {
	const year = Number(written);
	if (written.length === 4) return era > 0 && year >= 2400 ? year - era : year;
	const present = Number(today.slice(0, 4)) + era;
	const inCentury = present - (present % 100) + year;
	const nearest = [inCentury - 100, inCentury, inCentury + 100].find((each) => each >= present - 50) ?? inCentury;
	return nearest - era;
}

function likelyYear(monthAndDate: string, today: string, leaning: Leaning): number {
	const first = daysLater(today, -daysBack[leaning]);
	const year = Number(first.slice(0, 4));
	return `${year}-${monthAndDate}` >= first ? year : year + 1;
}

const example = (style: DateStyle, today: string) => writeDate(`${today.slice(0, 4)}-12-31`, style);

/** What to enter instead of what was not understood. */
function notUnderstood(style: DateStyle, today: string): ReadDate {
	return { ok: false, message: `Enter a date, such as ${example(style, today)}, “fri”, or “in 3 days”.` };
}

/** What to enter instead of a date in digits that is none. */
function wanted(style: DateStyle, today: string): string {
	return `Enter a date as ${datePlaceholder(style)}, such as ${example(style, today)}.`;
}
