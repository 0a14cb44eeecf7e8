/** How an account wants dates shown. */
export type DateSettings = { locale: string; timeZone: string };

// making a formatter costs more than a hundred uses of it
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter({ locale, timeZone }: DateSettings, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const key = JSON.stringify([locale, timeZone, options]);
	const present = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone });
	// trying every locale and zone must not fill the memory
	if (formatters.size > 100) formatters.clear();
	formatters.set(key, present);
	return present;
}

/** An instant as the account's day, such as "23 Nov 2026". */
export function formatDay(instant: Date, settings: DateSettings): string {
	return formatter(settings, { dateStyle: 'medium' }).format(instant);
}

/** A day without a time (YYYY-MM-DD) as the account writes it, such as "23 Nov 2026". */
export function formatDate(day: string, { locale }: Pick<DateSettings, 'locale'>): string {
	return formatter({ locale, timeZone: 'UTC' }, { dateStyle: 'medium' }).format(dateColumn(day));
}

const firstYear = 1900;
const lastYear = 2199;

/** The days that a date field takes, as its `min` and `max`. */
export const dayBounds = { min: `${firstYear}-01-01`, max: `${lastYear}-12-31` };

/** Whether a text is a day of the calendar as YYYY-MM-DD, in the years that the database keeps. */
export function isDay(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const [year = 0, month = 0, date = 0] = text.split('-').map(Number);
	const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
	return year >= firstYear && year <= lastYear && month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth;
}

/** A day (YYYY-MM-DD) as Prisma wants it for a column of days. */
export function dateColumn(day: string): Date {
	return new Date(`${day}T00:00:00Z`);
}

/** A column of days as Prisma gives it, as YYYY-MM-DD. */
export function dayOfColumn(date: Date): string {
	return date.toISOString().slice(0, 10);
}

/** The day (YYYY-MM-DD) that an instant falls on in a time zone. */
export function dayIn(instant: Date, timeZone: string): string {
	const parts = formatter({ locale: 'en', timeZone }, { year: 'numeric', month: '2-digit', day: '2-digit' });
	const part = Object.fromEntries(parts.formatToParts(instant).map(({ type, value }) => [type, value]));
	return `${part.year}-${part.month}-${part.day}`;
}

/** The number of days from one day (YYYY-MM-DD) to another; negative if the other is earlier. */
export function daysBetween(from: string, to: string): number {
	return Math.round((dateColumn(to).getTime() - dateColumn(from).getTime()) / 86_400_000);
}

/** The day (YYYY-MM-DD) a number of days after another, or before it if the number is negative. */
export function daysLater(day: string, days: number): string {
	return dayOfColumn(new Date(dateColumn(day).getTime() + days * 86_400_000));
}

/** The same day of a month (YYYY-MM-DD) a number of months later, or the last day of a shorter month. */
export function monthsLater(day: string, months: number): string {
	const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
	const daysInMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
	return dayOfColumn(new Date(Date.UTC(year, month - 1 + months, Math.min(date, daysInMonth))));
}

/** From a day to a day (YYYY-MM-DD), both included. */
export type Days = { from: string; to: string };

/** The month that a day lies in. */
export function monthOf(day: string): Days {
	const from = `${day.slice(0, 7)}-01`;
	return { from, to: daysLater(monthsLater(from, 1), -1) };
}

/** The quarter of the year that a day lies in. */
export function quarterOf(day: string): Days {
	const month = monthOf(day).from;
	const from = monthsLater(month, -((Number(month.slice(5, 7)) - 1) % 3));
	return { from, to: daysLater(monthsLater(from, 3), -1) };
}

/** An instant as the account's day and time, such as "23 Nov 2026, 14:05". */
export function formatMoment(instant: Date, settings: DateSettings): string {
	return formatter(settings, { dateStyle: 'medium', timeStyle: 'short' }).format(instant);
}

/** The time of an instant in the account's zone, such as "14:05". */
export function formatTime(instant: Date, settings: DateSettings): string {
	return formatter(settings, { timeStyle: 'short' }).format(instant);
}

/** A day (YYYY-MM-DD) without its year, such as "23 Nov". */
export function formatDayOfMonth(day: string, { locale }: Pick<DateSettings, 'locale'>): string {
	return formatter({ locale, timeZone: 'UTC' }, { day: 'numeric', month: 'short' }).format(dateColumn(day));
}

/** The month of a day (YYYY-MM-DD), such as "November 2026". */
export function formatMonth(day: string, { locale }: Pick<DateSettings, 'locale'>): string {
	return formatter({ locale, timeZone: 'UTC' }, { month: 'long', year: 'numeric' }).format(dateColumn(day));
}

/** The short month of a day (YYYY-MM-DD) without its year, such as "Nov", or "11" if its name is long. */
export function formatMonthOfYear(day: string, { locale }: Pick<DateSettings, 'locale'>): string {
	const write = (month: 'short' | 'narrow') =>
		formatter({ locale, timeZone: 'UTC' }, { month }).format(dateColumn(day));
	const short = write('short');
	return short.length > 5 ? write('narrow') : short;
}

/** The year of a day (YYYY-MM-DD), such as "2026". */
export function formatYear(day: string, { locale }: Pick<DateSettings, 'locale'>): string {
	return formatter({ locale, timeZone: 'UTC' }, { year: 'numeric' }).format(dateColumn(day));
}

/** An instant as a field for day and time shows it in a time zone: YYYY-MM-DDTHH:mm. */
export function localTime(instant: Date, timeZone: string): string {
	return new Date(instant.getTime() + offsetOf(instant.getTime(), timeZone)).toISOString().slice(0, 16);
}

/** Whether a text is a day and time as YYYY-MM-DDTHH:mm, with or without seconds. */
export function isLocalTime(text: string): boolean {
	return /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?$/.test(text) && isDay(text.slice(0, 10));
}

/**
 * The instant of a day and time (YYYY-MM-DDTHH:mm) in a time zone. A time that the clocks skip is read as they show it
 * after the skip; of a time that they show twice, the first one.
 */
export function instantOf(local: string, timeZone: string): Date {
	const asUtc = Date.parse(`${local}Z`);
	const day = 86_400_000;
	const offsets = [offsetOf(asUtc - day, timeZone), offsetOf(asUtc + day, timeZone)];
	const fitting = offsets.map((offset) => asUtc - offset).filter((time) => offsetOf(time, timeZone) === asUtc - time);
	return new Date(fitting.length > 0 ? Math.min(...fitting) : asUtc - Math.min(...offsets));
}

/** How many milliseconds a zone's clocks are ahead of UTC at a time. */
function offsetOf(time: number, timeZone: string): number {
	const parts = formatter(
		{ locale: 'en-US', timeZone },
		{
			hourCycle: 'h23',
			year: 'numeric',
			month: '2-digit',
			day: '2-digit',
			hour: '2-digit',
			minute: '2-digit',
			second: '2-digit',
		},
	).formatToParts(time);
	const part = Object.fromEntries(parts.map(({ type, value }) => [type, Number(value)]));
	const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = part;
	return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(time / 1000) * 1000;
}

/** The first day (YYYY-MM-DD) of the week that a day lies in; weeks start on `weekStart`, 1 Monday to 7 Sunday. */
export function startOfWeek(day: string, weekStart: number): string {
	const weekday = dateColumn(day).getUTCDay() || 7;
	return daysLater(day, -((weekday - weekStart + 7) % 7));
}

/** The week that a day lies in; weeks start on `weekStart`, 1 Monday to 7 Sunday. */
export function weekOf(day: string, weekStart: number): Days {
	const from = startOfWeek(day, weekStart);
	return { from, to: daysLater(from, 6) };
}

/** The instants at which consecutive days begin in a time zone, and the one at which the last of them ends. */
export function boundsOf(parts: Days[], timeZone: string): Date[] {
	const after = daysLater(parts.at(-1)?.to ?? '', 1);
	return [...parts.map(({ from }) => from), after].map((day) => instantOf(`${day}T00:00`, timeZone));
}
