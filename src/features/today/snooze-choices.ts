import { daysLater } from '@/lib/dates/dates';
import { type DateStyle, sayDay, weekdayOf } from '@/lib/dates/dates-style';
import type { AgendaEntry } from './agenda-entry';

/** A day that is offered by its name and by a digit; `on` says which it is. */
export type SnoozeChoice = { digit: string; name: string; day: string; on: string };

/**
 * The days to which an entry can be put off by one key: 1 today, 2 tomorrow, 3 the first Monday after that, 4 a week from today.
 * Today is offered only for what is overdue, and a Monday that is a week from today once.
 */
export function snoozeChoices(
	{ group }: Pick<AgendaEntry, 'group'>,
	today: string,
	style: Pick<DateStyle, 'order'>,
): SnoozeChoice[] {
	const tomorrow = daysLater(today, 1);
	const days = [
		{ name: 'Today', day: today },
		{ name: 'Tomorrow', day: tomorrow },
		{ name: 'Monday', day: daysLater(tomorrow, 8 - weekdayOf(tomorrow)) },
		{ name: '+1 week', day: daysLater(today, 7) },
	];
	const choices = days.map(({ name, day }, index) => ({ digit: String(index + 1), name, day, on: sayDay(day, style) }));
	const week = daysLater(today, 7);
	return choices.filter(
		({ name, day }) => (name !== 'Today' || group === 'overdue') && (name !== 'Monday' || day !== week),
	);
}
