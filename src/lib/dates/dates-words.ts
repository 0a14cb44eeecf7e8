import { daysLater, monthOf, monthsLater, quarterOf, startOfWeek } from './dates';
import { monthNamed } from './dates-month-names';
import { type DateStyle, weekdayOf } from './dates-style';
import {
	dayWord,
	numberOf,
	numberPattern,
	type Unit,
	unitOf,
	unitPattern,
	weekdayNamed,
	weekdayPattern,
	withoutDiacritics,
} from './dates-word-lists';

/** Which of two days a text means that may be both, such as the year of a date without one: due dates are in the future, past events in the past. */
export type Leaning = 'future' | 'past' | 'nearest';

/** What a word such as "Friday" is looked for from. */
type Place = { style: DateStyle; today: string; leaning: Leaning };

/** Reads a text without marks as a day (YYYY-MM-DD), or returns null to leave it to the next reader. */
type WordReader = (text: string, place: Place) => string | null;
const readers: WordReader[] = [readNear, readWeekday, readOffset, readPeriod, readPartOfMonth, readDayOfMonth];

/** What may stand before a day without meaning another one. */
const leading = /^(?:on|by|until|till|before|this coming|coming|vao|truoc|den|toi) (?!ngay lam viec)(?=.)/;
/** What says when on the day. */
const timesOfDay = /^(?:sang|trua|chieu|toi|dem) | (?:morning|afternoon|evening|night|sang|trua|chieu|dem)$/g;

/**
 * A day (YYYY-MM-DD) in words, such as "tomorrow", "next fri", "in 3 days", "end of month", "mai", "thứ 6 tuần sau" or "cuối tháng";
 * null for any other text. Weeks begin on Monday. A weekday is the next one after today, or, of what is past, the last one before it.
 */
export function readDayInWords(typed: string, place: Place): string | null {
	const text = withoutDiacritics(typed).replace(/,/g, ' ').replace(/\s+/g, ' ').replace(/\.$/, '').trim();
	for (const each of [text, text.replace(timesOfDay, ''), text.replace(leading, '')])
		for (const read of readers) {
			const day = read(each, place);
			if (day) return day;
		}
	return null;
}

/** The weekday that stands before or behind a date, with the date alone; null where none does. */
export function splitWeekday(typed: string, style: DateStyle): { weekday: number; rest: string } | null {
	const plain = withoutDiacritics(typed);
	const names = weekdayPattern(style.locale);
	const [, before, after] = new RegExp(`^(?:(${names})[.,]? .+|.+,? (${names}))$`, 'u').exec(plain) ?? [];
	const name = before ?? after;
	if (!name) return null;
	const rest = before ? plain.slice(before.length) : plain.slice(0, -name.length);
	return { weekday: weekdayNamed(name, style.locale), rest: rest.replace(/^[.,]/, '').replace(/, ?$/, '').trim() };
}

function readNear(text: string, { style, today }: Place): string | null {
	const days = dayWord(text, style.locale);
	return days === undefined ? null : daysLater(today, days);
}

/** Which week or other period a word means, counted from the present one. */
const shifts: Record<string, number> = {
	...{ this: 0, next: 1, last: -1, nay: 0, sau: 1, toi: 1, 'ke tiep': 1, truoc: -1, qua: -1, roi: -1 },
};
const before = 'this|next|last';
const after = 'nay|sau|toi|ke tiep|truoc|qua|roi';

function readWeekday(text: string, { style, today, leaning }: Place): string | null {
	const name = `(?<name>${weekdayPattern(style.locale)})`;
	const week = `(?:(?<en>${before}) week|tuan (?<vi>${after})|in (?<weeks>${numberPattern}) weeks?|(?<tuan>${numberPattern}) tuan nua)`;
	const found =
		new RegExp(`^${name} ${week}$`, 'u').exec(text) ??
		new RegExp(`^${week} (?:on )?${name}$`, 'u').exec(text) ??
		new RegExp(`^(?:(?<en>${before}) )?${name}$`, 'u').exec(text) ??
		new RegExp(`^${name} (?<single>${after})$`, 'u').exec(text);
	if (!found) return null;
	const { name: called = '', en, vi, single, weeks, tuan } = found.groups ?? {};
	const weekday = weekdayNamed(called, style.locale);
	const ahead = (weekday - weekdayOf(today) + 7) % 7 || 7;
	const word = en ?? vi;
	const counted = numberOf(weeks ?? tuan ?? '');
	// "last Friday" and "thứ 6 rồi" are the nearest ones, not those of the week before
	if (single === 'truoc' || single === 'qua' || single === 'roi' || (word === 'last' && !text.includes('week')))
		return daysLater(today, ahead - 7 || -7);
	if (word || counted) {
		const shift = counted ?? (word ? shifts[word] : 0) ?? 0;
		return daysLater(startOfWeek(today, 1), shift * 7 + weekday - 1);
	}
	return daysLater(today, leaning === 'past' && !single ? ahead - 7 || -7 : ahead);
}

const offset = new RegExp(
	`^(?<sign>[+-] ?|in |within |sau |trong |cach day )?(?<number>${numberPattern}) ?(?<unit>${unitPattern})(?: (?<side>from now|from today|later|ahead|nua|toi|ago|earlier|truoc))?$`,
	'u',
);
/** Units that say by themselves that a number of them is meant; "5 tháng" may be a month. */
const clear = /^(?:\d+ ?(?:d|w|days?|weeks?|months?|years?|ngay|tuan)|.*(?:business |working |work)days?)$/;

function readOffset(text: string, { today }: Place): string | null {
	const { sign = '', number = '', unit = '', side } = offset.exec(text)?.groups ?? {};
	if (!unit || (!sign && !side && !clear.test(text))) return null;
	const isPast = ['ago', 'earlier', 'truoc'].includes(side ?? '') || sign.startsWith('-') || sign === 'cach day ';
	const count = (numberOf(number) ?? 0) * (isPast ? -1 : 1);
	return later(today, count, unitOf(unit));
}

/** The day a number of units after another one, or before it if the number is negative. */
function later(day: string, count: number, unit: Unit): string {
	if (unit === 'day') return daysLater(day, count);
	if (unit === 'week') return daysLater(day, count * 7);
	if (unit === 'workday') return workdaysLater(day, count);
	return monthsLater(day, count * { month: 1, quarter: 3, year: 12 }[unit]);
}

/** Counts Mondays to Fridays. */
function workdaysLater(day: string, count: number): string {
	const step = Math.sign(count);
	// from a weekend on, its Friday is what is counted from, or its Monday where it goes back
	const beyond = Math.max(0, weekdayOf(day) - 5);
	const from = step >= 0 ? daysLater(day, -beyond) : daysLater(day, beyond && 3 - beyond);
	const [weeks, rest] = [Math.trunc(count / 5), Math.abs(count % 5)];
	let found = daysLater(from, weeks * 7);
	for (let left = rest; left > 0; left--) {
		found = daysLater(found, step);
		while (weekdayOf(found) > 5) found = daysLater(found, step);
	}
	return found;
}

const part = '(?<part>start|beginning|early|mid|middle|end|late|dau|giua|cuoi)';
const period = new RegExp(
	`^(?:${part}[ -](?:of )?(?:the )?)?(?:(?<en>${before}) )?(?<unit>week|month|quarter|year|tuan|thang|quy|nam)(?: (?<vi>${after}))?$`,
	'u',
);
const ends: Record<string, string> = {
	...{ eow: 'end of week', eom: 'end of month', eoq: 'end of quarter', eoy: 'end of year' },
	...{ weekend: 'cuoi tuan', 'the weekend': 'cuoi tuan', 'this weekend': 'cuoi tuan nay' },
	...{ 'next weekend': 'cuoi tuan sau', 'cuoi tuan toi': 'cuoi tuan sau' },
};

/** "End of month" and the like; of the present period alone its end, of one that is to come its first day. */
function readPeriod(typed: string, { today, leaning }: Place): string | null {
	const text = Object.hasOwn(ends, typed) ? (ends[typed] ?? typed) : typed;
	const { part: which, unit = '', en, vi } = period.exec(text)?.groups ?? {};
	if (!unit || (!which && !en && !vi)) return null;
	const shift = shifts[en ?? vi ?? ''];
	const named = which ?? (shift === 0 ? 'end' : 'start');
	const of = (from: string) => dayOfPeriod(from, unitOf(unit), named, which !== undefined && unit === 'tuan');
	if (shift !== undefined) return of(startOf(today, unitOf(unit), shift));
	// without a word for it, the one that is not over yet
	const day = of(startOf(today, unitOf(unit), 0));
	return day < today && leaning !== 'past' ? of(startOf(today, unitOf(unit), 1)) : day;
}

const partOfMonth = new RegExp(`^${part}[ -](?:of )?(?<name>.+?)(?:,?(?: nam)? (?<year>\\d{4}))?$`, 'u');

/** "End of December", "đầu tháng 1". */
function readPartOfMonth(text: string, { style, today, leaning }: Place): string | null {
	const { part: which = '', name = '', year } = partOfMonth.exec(text)?.groups ?? {};
	const month = name ? monthNamed(name, style.locale) : null;
	if (!month) return null;
	const of = (each: number | string) =>
		dayOfPeriod(`${each}-${String(month).padStart(2, '0')}-01`, 'month', which, false);
	if (year) return of(year);
	const present = Number(today.slice(0, 4));
	const isMeant = (day: string) => (leaning === 'past' ? day <= today : day >= today);
	return [present, leaning === 'past' ? present - 1 : present + 1].map(of).find(isMeant) ?? null;
}

/** The first day of the period that a day lies in, or of one so many before or after. */
function startOf(day: string, unit: Unit, shift: number): string {
	if (unit === 'week') return daysLater(startOfWeek(day, 1), shift * 7);
	const first =
		unit === 'month' ? monthOf(day).from : unit === 'quarter' ? quarterOf(day).from : `${day.slice(0, 4)}-01-01`;
	return later(first, shift, unit);
}

/** Of weeks the middle is Wednesday, and the end Friday, or Saturday in Vietnamese, where it is the weekend. */
function dayOfPeriod(from: string, unit: Unit, part: string, isVietnamese: boolean): string {
	if (['start', 'beginning', 'early', 'dau'].includes(part)) return from;
	const isMiddle = ['mid', 'middle', 'giua'].includes(part);
	if (unit === 'week') return daysLater(from, isMiddle ? 2 : isVietnamese ? 5 : 4);
	if (!isMiddle) return daysLater(later(from, 1, unit), -1);
	return unit === 'month'
		? daysLater(from, 14)
		: daysLater(monthsLater(from, unit === 'quarter' ? 1 : 6), unit === 'quarter' ? 14 : 0);
}

/** "The 5th", "ngày 5", and the same of this month or the next. */
function readDayOfMonth(text: string, { today, leaning }: Place): string | null {
	const { date, day, en, vi } =
		/^(?:(?:the )?(?<date>\d{1,2})(?:st|nd|rd|th)|(?:ngay|mung|mong) (?<day>\d{1,2}))(?: (?:of )?(?:(?<en>this|next) month|thang (?<vi>nay|sau|toi)))?$/.exec(
			text,
		)?.groups ?? {};
	const wanted = Number(date ?? day ?? 0);
	if (wanted < 1 || wanted > 31) return null;
	const shift = shifts[en ?? vi ?? ''];
	const inMonth = (months: number) => {
		const { from, to } = monthOf(monthsLater(monthOf(today).from, months));
		const found = daysLater(from, wanted - 1);
		return found <= to ? found : null;
	};
	if (shift !== undefined) return inMonth(shift);
	// the nearest month that has it, on the side that is meant
	const months = leaning === 'past' ? [0, -1, -2] : [0, 1, 2];
	const isMeant = (found: string | null) => found !== null && (leaning === 'past' ? found <= today : found >= today);
	return months.map(inMonth).find(isMeant) ?? null;
}
