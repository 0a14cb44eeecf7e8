import { dayBounds, daysLater, monthOf, monthsLater, startOfWeek } from './dates';

/** The six weeks of days (YYYY-MM-DD) that show a day's month, with what lies before and after it. */
export function weeksShown(day: string, weekStart: number): string[][] {
	const first = startOfWeek(monthOf(day).from, weekStart);
	return Array.from({ length: 6 }, (_, week) =>
		Array.from({ length: 7 }, (_, weekday) => daysLater(first, week * 7 + weekday)),
	);
}

/** The day that a key leads to from another one in a calendar; undefined for keys that lead nowhere. */
export function dayAfterKey(day: string, key: string, shift: boolean, weekStart: number): string | undefined {
	switch (key) {
		case 'ArrowLeft':
			return daysLater(day, -1);
		case 'ArrowRight':
			return daysLater(day, 1);
		case 'ArrowUp':
			return daysLater(day, -7);
		case 'ArrowDown':
			return daysLater(day, 7);
		case 'Home':
			return startOfWeek(day, weekStart);
		case 'End':
			return daysLater(startOfWeek(day, weekStart), 6);
		case 'PageUp':
			return monthsLater(day, shift ? -12 : -1);
		case 'PageDown':
			return monthsLater(day, shift ? 12 : 1);
	}
}

/** The nearest day that can be entered, from `min` on. */
export function withinBounds(day: string, min: string = dayBounds.min): string {
	if (day < min) return min;
	// years of five digits begin with a plus sign, which comes before any digit
	return day > dayBounds.max || day.startsWith('+') ? dayBounds.max : day;
}
