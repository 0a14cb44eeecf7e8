import { daysBetween, formatDate } from './dates';

/** Longer ago than so many weeks, a day is said by its date. */
const mostWeeks = 8;

/**
 * How far a day (YYYY-MM-DD) is from today, as one speaks of it: "Today", "Yesterday", "12 days ago", "5 weeks ago", "Tomorrow",
 * "In 3 days". Beyond 8 weeks it is the date.
 */
export function dayFromToday(day: string, today: string, locale: string): string {
	const past = daysBetween(day, today);
	const days = Math.abs(past);
	if (days === 0) return 'Today';
	if (days === 1) return past > 0 ? 'Yesterday' : 'Tomorrow';
	const weeks = Math.floor(days / 7);
	if (weeks > mostWeeks || (past < 0 && weeks >= 2)) return formatDate(day, { locale });
	const text = weeks >= 2 ? `${weeks} weeks` : `${days} days`;
	return past > 0 ? `${text} ago` : `In ${text}`;
}
