import { instantOf, localTime } from './dates';

const minute = 60_000;

/**
 * The instant at which a day and time (YYYY-MM-DDTHH:mm) comes in a time zone. Where the clocks skip the time, it is the first moment
 * after the skip; where they show it twice, the earlier one.
 */
export function comesAt(moment: string, timeZone: string): Date {
	const found = instantOf(moment, timeZone);
	if (localTime(found, timeZone) === moment) return found;
	const isAfter = (time: number) => localTime(new Date(time), timeZone) > moment;
	// a skip is never a day long, and begins with a minute
	let [before, after] = [found.getTime() - 1440 * minute, found.getTime()];
	while (after - before > minute) {
		const middle = before + Math.floor((after - before) / minute / 2) * minute;
		if (isAfter(middle)) after = middle;
		else before = middle;
	}
	return new Date(after);
}
