import { type Days, dayIn, daysLater, monthOf, monthsLater, quarterOf, weekOf } from '@/lib/dates/dates';
import type { Condition } from './conditions';
import type { DateSpan } from './list-fields';

/** The user's calendar: today, as YYYY-MM-DD, and the first day of the week, 1 Monday to 7 Sunday. */
export type AccountCalendar = { today: string; weekStart: number };

/** Some days; one that is left out has no end there. */
export type DaysBetween = { from?: string | undefined; to?: string | undefined };

/** The days of a named span in the user's calendar. */
export function daysOfSpan(span: DateSpan, { today, weekStart }: AccountCalendar): Days {
	const just = (day: string) => ({ from: day, to: day });
	const week = (days: number) => weekOf(daysLater(today, days), weekStart);
	const month = (months: number) => monthOf(monthsLater(monthOf(today).from, months));
	const quarter = (months: number) => quarterOf(monthsLater(quarterOf(today).from, months));
	const spans: Record<DateSpan, () => Days> = {
		today: () => just(today),
		yesterday: () => just(daysLater(today, -1)),
		tomorrow: () => just(daysLater(today, 1)),
		week: () => week(0),
		'last-week': () => week(-7),
		'next-week': () => week(7),
		month: () => month(0),
		'last-month': () => month(-1),
		'next-month': () => month(1),
		quarter: () => quarter(0),
		'last-quarter': () => quarter(-3),
		'next-quarter': () => quarter(3),
		year: () => ({ from: `${today.slice(0, 4)}-01-01`, to: `${today.slice(0, 4)}-12-31` }),
		'next-30': () => ({ from: today, to: daysLater(today, 29) }),
		'last-30': () => ({ from: daysLater(today, -29), to: today }),
	};
	return spans[span]();
}

/** The days that a condition on a date asks for, of which one range suffices. "In the next 14 days" begins today, and its last day is 14 days away. */
export function daysAsked({ is, values }: Condition, calendar: AccountCalendar): DaysBetween[] {
	const [first = '', second = ''] = values;
	const { today } = calendar;
	switch (is) {
		case 'in':
			return values.map((span) => daysOfSpan(span as DateSpan, calendar));
		case 'next':
			return [{ from: today, to: daysLater(today, Number(first)) }];
		case 'last':
			return [{ from: daysLater(today, -Number(first)), to: today }];
		case 'ago':
			return [{ to: daysLater(today, -Number(first) - 1) }];
		case 'ahead':
			return [{ from: daysLater(today, Number(first) + 1) }];
		case 'on':
			return [{ from: first, to: first }];
		case 'before':
			return [{ to: daysLater(first, -1) }];
		case 'after':
			return [{ from: daysLater(first, 1) }];
		case 'from':
			return [{ from: first }];
		case 'until':
			return [{ to: first }];
		case 'between':
			return [{ from: first, to: second }];
		default:
			return [];
	}
}

/** The user's calendar at this moment. */
export function calendarOf({ timeZone, weekStart }: { timeZone: string; weekStart: number }): AccountCalendar {
	return { today: dayIn(new Date(), timeZone), weekStart };
}
