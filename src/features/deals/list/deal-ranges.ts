import { type Days, dayIn, daysLater, monthOf, monthsLater, quarterOf } from '@/lib/dates/dates';
import type { namedCloses } from '../schema';

/** The days of an expected close that is chosen by the name of a range, in the user's calendar. */
export function closeRange(name: (typeof namedCloses)[number], timeZone: string, now: Date): Days {
	const today = dayIn(now, timeZone);
	return {
		month: monthOf(today),
		'next-month': monthOf(monthsLater(today, 1)),
		quarter: quarterOf(today),
		'30days': { from: today, to: daysLater(today, 29) },
	}[name];
}
