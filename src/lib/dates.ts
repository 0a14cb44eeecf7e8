/** How an account wants dates shown. */
export type DateSettings = { locale: string; timeZone: string };

// making a formatter costs more than a hundred uses of it
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter({ locale, timeZone }: DateSettings, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const key = JSON.stringify([locale, timeZone, options]);
	const present = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone });
	// whoever tries every locale and zone must not fill the memory
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

/** So many days from one day (YYYY-MM-DD) to another; negative where the other is earlier. */
export function daysBetween(from: string, to: string): number {
	return Math.round((dateColumn(to).getTime() - dateColumn(from).getTime()) / 86_400_000);
}

/** The day (YYYY-MM-DD) so many days after one, or before it where they are negative. */
export function daysLater(day: string, days: number): string {
	return dayOfColumn(new Date(dateColumn(day).getTime() + days * 86_400_000));
}
