import type { Settings } from '@/features/account/queries';
import { dayIn, daysLater, startOfWeek } from '@/lib/dates';
import type { namedRanges } from './schema';

type NamedRange = (typeof namedRanges)[number];
type Days = { from: string | null; to: string | null };

/** The days of a range that is chosen by name, in the user's calendar. */
export function namedRange(
	name: NamedRange,
	{ timeZone, weekStart }: Settings,
	now: Date,
): { from: string; to: string } {
	const today = dayIn(now, timeZone);
	const month = today.slice(0, 7);
	const nextMonth = `${daysLater(`${month}-28`, 4).slice(0, 7)}-01`;
	const monday = startOfWeek(today, weekStart);
	return {
		today: { from: today, to: today },
		week: { from: monday, to: daysLater(monday, 6) },
		month: { from: `${month}-01`, to: daysLater(nextMonth, -1) },
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
	const starts = [...(ranges.length > 0 ? [ranges.map((range) => range.from).sort()[0]] : []), ...from];
	const ends = [
		...(ranges.length > 0
			? [
					ranges
						.map((range) => range.to)
						.sort()
						.at(-1),
				]
			: []),
		...to,
	];
	return { from: starts.sort().at(-1) ?? null, to: ends.sort()[0] ?? null };
}
