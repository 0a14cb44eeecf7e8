import { daysBetween, daysLater, isDay, monthOf, monthsLater } from '@/lib/dates/dates';
import { weekdayOf } from '@/lib/dates/dates-style';
import type { Repeat } from './repeat';

// Days are YYYY-MM-DD.

/**
 * When the next one is due, after one that was due on a day and was completed on a day; null where the rule has ended. By a rule
 * that is counted from the due days, it is the first that is not past: those that were missed are not caught up on.
 */
export function nextRepeat(repeat: Repeat, { dueOn, doneOn }: { dueOn: string; doneOn: string }): string | null {
	const after = daysLater(dueOn, 1);
	const day = repeat.afterDone ? oneLater(repeat, doneOn) : firstFrom(repeat, doneOn > after ? doneOn : after);
	// the calendar of the database ends somewhere too
	return isDay(day) && day <= (repeat.until ?? day) ? day : null;
}

/** The first day of a rule from a day on, whether before or after the rule began. */
function firstFrom(repeat: Repeat, from: string): string {
	switch (repeat.every) {
		case 'day':
			return from;
		case 'weekday':
			return daysLater(from, weekdayOf(from) > 5 ? 8 - weekdayOf(from) : 0);
		case 'week': {
			const period = repeat.weeks * 7;
			return daysLater(repeat.from, Math.ceil(daysBetween(repeat.from, from) / period) * period);
		}
		case 'month':
		case 'monthWeekday': {
			const day = dayOfMonth(repeat, from);
			return day >= from ? day : dayOfMonth(repeat, monthsLater(monthOf(from).from, 1));
		}
		case 'year': {
			const year = Number(from.slice(0, 4));
			const day = dayOfYear(repeat, year);
			return day >= from ? day : dayOfYear(repeat, year + 1);
		}
	}
}

/** One period after a day. */
function oneLater(repeat: Repeat, day: string): string {
	switch (repeat.every) {
		case 'week':
			return daysLater(day, repeat.weeks * 7);
		case 'month':
			return monthsLater(day, 1);
		case 'monthWeekday':
			return dayOfMonth(repeat, monthsLater(monthOf(day).from, 1));
		case 'year':
			return monthsLater(day, 12);
		default:
			return firstFrom(repeat, daysLater(day, 1));
	}
}

/** The day of a rule in the month in which a day lies; where a month is too short, its last. */
function dayOfMonth(repeat: Extract<Repeat, { every: 'month' | 'monthWeekday' }>, within: string): string {
	const { from, to } = monthOf(within);
	if (repeat.every === 'month') {
		const day = daysLater(from, repeat.day - 1);
		return day < to ? day : to;
	}
	const [first, last] = [weekdayOf(from), weekdayOf(to)];
	if (repeat.nth === -1) return daysLater(to, -((last - repeat.weekday + 7) % 7));
	return daysLater(from, ((repeat.weekday - first + 7) % 7) + (repeat.nth - 1) * 7);
}

function dayOfYear({ month, day }: Extract<Repeat, { every: 'year' }>, year: number): string {
	return dayOfMonth({ every: 'month', day }, `${year}-${String(month).padStart(2, '0')}-01`);
}
