import { formatDate } from './dates';
import { type DateStyle, dateStyleOf } from './dates-style';
import { normalizeDateText } from './dates-text';

export type ReadTime = { ok: true; time: string } | { ok: false; message: string };

/** Whether a text is a time of the day as HH:mm. */
export function isTime(text: string): boolean {
	return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** A time (HH:mm) as a field shows it: "14:30", or "2:30 PM" if the account uses AM and PM; empty for an empty one. */
export function writeTime(time: string, { hour12 }: Pick<DateStyle, 'hour12'>): string {
	if (!hour12 || time === '') return time;
	const [hour = 0, minute = ''] = [Number(time.slice(0, 2)), time.slice(3)];
	return `${hour % 12 || 12}:${minute} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** A day in words with its time (HH:mm), such as "Tomorrow, 14:30"; the day alone where it has none. */
export function withTime(day: string, time: string | null, style: Pick<DateStyle, 'hour12'>): string {
	return time ? `${day}, ${writeTime(time, style)}` : day;
}

/** A day (YYYY-MM-DD) with its time (HH:mm), such as "3 Dec 2026, 14:30". */
export function formatDue(day: string, time: string | null, { locale }: { locale: string }): string {
	return withTime(formatDate(day, { locale }), time, dateStyleOf(locale));
}

/** The time (HH:mm) that was typed, such as "14:30", "14h30", "1430", "9" or "2:30 pm"; empty where nothing was. */
export function readTime(typed: string, style: Pick<DateStyle, 'hour12'>): ReadTime {
	const text = normalizeDateText(typed);
	if (text === '') return { ok: true, time: '' };
	const [, hours = '', minutes = '00', half] =
		/^(\d{1,2})(?: ?[:.h] ?(?=\d))?(\d{2})?(?: ?h)? ?(?:([ap])\.?m?\.?)?$/.exec(text) ?? [];
	const hour = Number(hours);
	const isHour = hours !== '' && (half ? hour >= 1 && hour <= 12 : hour <= 23);
	if (!isHour || Number(minutes) > 59)
		return { ok: false, message: `Enter a time, such as ${writeTime('14:30', style)}.` };
	const of24 = half ? (hour % 12) + (half === 'p' ? 12 : 0) : hour;
	return { ok: true, time: `${String(of24).padStart(2, '0')}:${minutes}` };
}
