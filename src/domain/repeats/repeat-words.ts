import { formatDate } from '@/lib/dates/dates';
import { type DateStyle, sayDayOfMonth, weekdayNames, weekdayOf } from '@/lib/dates/dates-style';
import type { Repeat } from './repeat';

/** A rule in words, such as "every 2 weeks on Tuesday until 31 Dec 2027" or "every month after it’s done". */
export function sayRepeat(repeat: Repeat, style: Pick<DateStyle, 'order' | 'locale'>): string {
	const until = repeat.until ? ` until ${formatDate(repeat.until, style)}` : '';
	return `${sayRule(repeat, style)}${repeat.afterDone ? ' after it’s done' : ''}${until}`;
}

function sayRule(repeat: Repeat, style: Pick<DateStyle, 'order'>): string {
	// counted from when it is done, it may be due on any weekday and on any day of the month
	const on = (day: string) => (repeat.afterDone ? '' : ` on ${day}`);
	switch (repeat.every) {
		case 'day':
		case 'weekday':
			return `every ${repeat.every}`;
		case 'week': {
			const weeks = repeat.weeks === 1 ? 'week' : `${repeat.weeks} weeks`;
			return `every ${weeks}${on(weekdayNames[weekdayOf(repeat.from) - 1] ?? '')}`;
		}
		case 'month':
			return `every month${on(`the ${ordinal(repeat.day)}`)}`;
		case 'monthWeekday': {
			const which = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', [-1]: 'last' }[repeat.nth];
			const day = `the ${which} ${weekdayNames[repeat.weekday - 1]}`;
			return repeat.afterDone ? `on ${day} of the month` : `every month${on(day)}`;
		}
		case 'year': {
			const [month, day] = [repeat.month, repeat.day].map((part) => String(part).padStart(2, '0'));
			return `every year${on(sayDayOfMonth(`2000-${month}-${day}`, style))}`;
		}
	}
}

function ordinal(day: number): string {
	const ending = day > 10 && day < 14 ? 'th' : ({ 1: 'st', 2: 'nd', 3: 'rd' }[day % 10] ?? 'th');
	return `${day}${ending}`;
}
