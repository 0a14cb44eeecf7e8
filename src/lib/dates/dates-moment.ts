import { daysLater } from './dates';
import { readClock } from './dates-clock';
import { readDate } from './dates-read';
import { type DateStyle, sayDate, sayDateShortly, writeDate } from './dates-style';
import { normalizeDateText } from './dates-text';
import { writeTime } from './dates-time';
import type { Leaning } from './dates-words';

/** A day (YYYY-MM-DD), or a day and time (YYYY-MM-DDTHH:mm) by the clock of the account's zone; empty for neither. */
export type ReadMoment = { ok: true; moment: string } | { ok: false; message: string };

/**
 * The day that was typed, perhaps with a time, as "tomorrow 9:30", "fri 14h" or "3 giờ chiều thứ 6". A time alone is today, or
 * tomorrow where it is over by `now` (YYYY-MM-DDTHH:mm).
 */
export function readMoment(typed: string, style: DateStyle, now: string, leaning: Leaning = 'future'): ReadMoment {
	const text = normalizeDateText(typed);
	const today = now.slice(0, 10);
	const day = (written: string): ReadMoment => {
		const read = readDate(written, style, today, leaning);
		return read.ok ? { ok: true, moment: read.day } : read;
	};
	if (text.length > maxMomentLength) return day(text);
	const clock = readClock(text);
	if (!clock) return day(text);
	if ('wrong' in clock)
		return { ok: false, message: `There’s no time ${clock.wrong}. Enter one such as ${writeTime('14:30', style)}.` };
	const { time, rest } = clock;
	if (rest === '') return { ok: true, moment: `${time > now.slice(11) ? today : daysLater(today, 1)}T${time}` };
	const read = day(rest.replace(/^(?:ngày|ngay) (?=\d{1,2} ?[-/.])/, ''));
	return read.ok ? { ok: true, moment: `${read.moment}T${time}` } : read;
}

const maxMomentLength = 60;

/** A day and perhaps time as a field shows it, in the account's order. */
export function writeMoment(moment: string, style: DateStyle): string {
	const time = moment.slice(11);
	return `${writeDate(moment.slice(0, 10), style)}${time && ` ${writeTime(time, style)}`}`;
}

/** A day in words, "Friday, 4 December 2026", or with a time "Fri, 4 Dec 2026, 9:30 AM", as it would need two lines. */
export function sayMomentInFull(moment: string, style: DateStyle): string {
	return moment.length > 10 ? sayMomentShortly(moment, style) : sayDate(moment, style);
}

/** The same with short names: "Fri, 4 Dec 2026, 9:30 AM". */
export function sayMomentShortly(moment: string, style: DateStyle): string {
	const day = sayDateShortly(moment.slice(0, 10), style);
	return moment.length > 10 ? `${day}, ${writeTime(moment.slice(11), style)}` : day;
}
