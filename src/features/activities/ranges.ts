import type { Settings } from '@/features/account/queries';
import { dayIn, daysLater, monthsLater, startOfWeek } from '@/lib/dates';
import type { namedRanges } from './schema';

type NamedRange = (typeof namedRanges)[number];
/** From a day to a day (YYYY-MM-DD), both included; one that is left out has no end there. */
type Days = { from: string | undefined; to: string | undefined };

/** The days of a range that is chosen by name, in the user's calendar. */
export function namedRange(
	name: NamedRange,
	{ timeZone, weekStart }: Settings,
	now: Date,
): { from: string; to: string } {
	const today = dayIn(now, timeZone);
	const week = startOfWeek(today, weekStart);
	const month = `${today.slice(0, 7)}-01`;
	return {
		today: { from: today, to: today },
		week: { from: week, to: daysLater(week, 6) },
		month: { from: month, to: daysLater(monthsLater(month, 1), -1) },
		'30days': { from: daysLater(today, -29), to: today },
	}[name];
}

/** The days that a list's filters leave: those of the named ranges, cut to the first and last day that are given. */
export function dayRange(
	{ when, from, to }: { when: NamedRange[]; from: string[]; to: string[] },
	settings: Settings,
	now: Date,
): Days {
	const ranges = when.map((name) => namedRange(name, settings, now));
	const starts = [
		...ranges
			.map((range) => range.from)
			.sort()
			.slice(0, 1),
		...from,
	];
	const ends = [
		...ranges
			.map((range) => range.to)
			.sort()
			.slice(-1),
		...to,
	];
	return { from: starts.sort().at(-1), to: ends.sort()[0] };
}
