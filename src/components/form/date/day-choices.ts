import { daysLater } from '@/lib/dates/dates';
import { type DateStyle, sayDayOfMonth, weekdayOf } from '@/lib/dates/dates-style';

/** A day that is offered by its name; `on` says which it is where the name does not. */
export type DayChoice = { name: string; day: string; on: string };

/**
 * The days on which most things are due: today, tomorrow, the first Monday after that, and a week from today (YYYY-MM-DD). A
 * Monday on which today is one is the week from today.
 */
export function dayChoices(today: string, style: Pick<DateStyle, 'order'>): DayChoice[] {
	const tomorrow = daysLater(today, 1);
	const inAWeek = daysLater(today, 7);
	const monday = daysLater(tomorrow, 8 - weekdayOf(tomorrow));
	return [
		{ name: 'Today', day: today, on: '' },
		{ name: 'Tomorrow', day: tomorrow, on: '' },
		...(monday === inAWeek ? [] : [{ name: 'Mon', day: monday, on: sayDayOfMonth(monday, style) }]),
		{ name: '+1 week', day: inAWeek, on: sayDayOfMonth(inAWeek, style) },
	];
}
