import { dateColumn } from './dates';

/** How an account writes dates in digits and times. Made on the server, so that server and browser agree. */
export type DateStyle = {
	locale: string;
	order: 'dmy' | 'mdy' | 'ymd';
	separator: '/' | '.' | '-';
	/** How many years its era is ahead of the common one: 543 for the Buddhist era. */
	era: number;
	/** Whether a time is written with AM and PM. */
	hour12: boolean;
};

export const monthNames = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December',
] as const;

/** From Monday on, as weeks are counted: 1 Monday to 7 Sunday. */
export const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

const styles = new Map<string, DateStyle>();

/** The style of a locale. Calendars other than the common and the Buddhist one are written in the common one. */
export function dateStyleOf(locale: string): DateStyle {
	const style = styles.get(locale) ?? readStyle(locale);
	if (styles.size > 100) styles.clear();
	styles.set(locale, style);
	return style;
}

function readStyle(locale: string): DateStyle {
	const numeric = { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' } as const;
	const parts = new Intl.DateTimeFormat(locale, { ...numeric, calendar: 'gregory', numberingSystem: 'latn' })
		.formatToParts(dateColumn('2026-11-05'))
		.map(({ type, value }) => ({ letter: { day: 'd', month: 'm', year: 'y' }[type as string], value }));
	const order = parts.flatMap(({ letter }) => letter ?? []).join('');
	const literal = parts.find(({ letter, value }) => !letter && /[./-]/.test(value))?.value ?? '/';
	const { calendar } = new Intl.DateTimeFormat(locale, numeric).resolvedOptions();
	const { hourCycle } = new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).resolvedOptions();
	return {
		locale,
		order: order === 'mdy' || order === 'ymd' ? order : order.startsWith('y') ? 'ymd' : 'dmy',
		separator: (/[./-]/.exec(literal)?.[0] ?? '/') as DateStyle['separator'],
		era: calendar === 'buddhist' ? 543 : 0,
		hour12: locale.startsWith('en') && (hourCycle === 'h12' || hourCycle === 'h11'),
	};
}

function arrange({ order, separator }: DateStyle, parts: Record<'d' | 'm' | 'y', string>): string {
	return [...order].map((letter) => parts[letter as keyof typeof parts]).join(separator);
}

/** A day (YYYY-MM-DD) in digits as the account writes it, such as "05/12/2026"; empty where it is empty. */
export function writeDate(day: string, style: DateStyle): string {
	if (day === '') return '';
	const [y = '', m = '', d = ''] = day.split('-');
	return arrange(style, { d, m, y: String(Number(y) + style.era) });
}

/** The placeholder of an empty field, such as "dd/mm/yyyy". */
export function datePlaceholder(style: DateStyle): string {
	return arrange(style, { d: 'dd', m: 'mm', y: 'yyyy' });
}

/** The same with short names: "Sat, Dec 5, 2026" or "Sat, 5 Dec 2026". */
export function sayDateShortly(day: string, style: Pick<DateStyle, 'order'>): string {
	// each word of the long form but "5" and "2026" is a name
	return sayDate(day, style).replace(/\p{L}+/gu, (name) => name.slice(0, 3));
}

/** A day (YYYY-MM-DD) in words: "Saturday, December 5, 2026" where the month comes first, else "Saturday, 5 December 2026". */
export function sayDate(day: string, { order }: Pick<DateStyle, 'order'>): string {
	const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
	const weekday = weekdayNames[weekdayOf(day) - 1];
	const name = monthNames[month - 1];
	return order === 'mdy' ? `${weekday}, ${name} ${date}, ${year}` : `${weekday}, ${date} ${name} ${year}`;
}

/** The weekday of a day (YYYY-MM-DD): 1 Monday to 7 Sunday. */
export function weekdayOf(day: string): number {
	return dateColumn(day).getUTCDay() || 7;
}

/** A day (YYYY-MM-DD) without its year: "Dec 4" where the month comes first, else "4 Dec". */
export function sayDayOfMonth(day: string, { order }: Pick<DateStyle, 'order'>): string {
	const month = monthNames[Number(day.slice(5, 7)) - 1]?.slice(0, 3);
	const date = Number(day.slice(8));
	return order === 'mdy' ? `${month} ${date}` : `${date} ${month}`;
}

/** The same with its weekday: "Fri, Dec 4" or "Fri 4 Dec". */
export function sayDay(day: string, style: Pick<DateStyle, 'order'>): string {
	const weekday = weekdayNames[weekdayOf(day) - 1]?.slice(0, 3);
	return `${weekday}${style.order === 'mdy' ? ',' : ''} ${sayDayOfMonth(day, style)}`;
}
