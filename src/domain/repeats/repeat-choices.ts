import { daysLater, monthOf } from '@/lib/dates/dates';
import { weekdayOf } from '@/lib/dates/dates-style';
import type { Repeat } from './repeat';

/** The rules that a follow-up of a day (YYYY-MM-DD) is offered, each under a name that it keeps on another day. */
export function repeatChoices(day: string, weeks: number): { name: string; repeat: Repeat }[] {
	const [, month = 0, date = 0] = day.split('-').map(Number);
	const weekday = weekdayOf(day);
	const nth = Math.ceil(date / 7);
	const isLast = daysLater(day, 7) > monthOf(day).to;
	return [
		{ name: 'day', repeat: { every: 'day' } },
		...(weekday > 5 ? [] : [{ name: 'weekday', repeat: { every: 'weekday' } as const }]),
		{ name: 'week', repeat: { every: 'week', weeks: 1, from: day } },
		{ name: 'weeks', repeat: { every: 'week', weeks, from: day } },
		{ name: 'month', repeat: { every: 'month', day: date } },
		...(isNth(nth) ? [{ name: 'nth', repeat: { every: 'monthWeekday', nth, weekday } as const }] : []),
		...(isLast ? [{ name: 'last', repeat: { every: 'monthWeekday', nth: -1, weekday } as const }] : []),
		{ name: 'year', repeat: { every: 'year', month, day: date } },
	];
}

/** A fifth one is not in every month; it is the last. */
const isNth = (nth: number): nth is 1 | 2 | 3 | 4 => nth <= 4;
