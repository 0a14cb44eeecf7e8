import type { Settings } from '@/features/account/server/account-queries';
import { type Days, dayIn, daysLater, monthOf, weekOf } from '@/lib/dates/dates';
import type { namedRanges } from './schema';

type NamedRange = (typeof namedRanges)[number];
/** The days of a range that is chosen by name, in the user's calendar. */
export function namedRange(name: NamedRange, { timeZone, weekStart }: Settings, now: Date): Days {
	const today = dayIn(now, timeZone);
	return {
		today: { from: today, to: today },
		week: weekOf(today, weekStart),
		month: monthOf(today),
		'30days': { from: daysLater(today, -29), to: today },
	}[name];
}

/**
 * The days that a list's filters leave: those of the named ranges, cut to the first and last day that are given. One that is
 * left out has no end there.
 */
export function dayRange(
	{ when, from, to }: { when: NamedRange[]; from: string[]; to: string[] },
	settings: Settings,
	now: Date,
): { from: string | undefined; to: string | undefined } {
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
