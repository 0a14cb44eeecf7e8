import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateColumn, dayOfColumn, daysBetween, daysLater, monthOf, startOfWeek } from './dates';
import { dayAfterKey, weeksShown, withinBounds } from './dates-calendar';

const days = fc
	.date({ min: dateColumn('1900-02-01'), max: dateColumn('2199-11-30'), noInvalidDate: true })
	.map(dayOfColumn);
const weekStarts = fc.constantFrom(1, 6, 7);

test('a month is shown whole, in weeks that begin on the account’s day', () => {
	fc.assert(
		fc.property(days, weekStarts, (day, weekStart) => {
			const weeks = weeksShown(day, weekStart);
			const shown = weeks.flat();
			expect(shown).toHaveLength(42);
			expect(shown).toEqual(expect.arrayContaining([day, monthOf(day).from, monthOf(day).to]));
			for (const [first = ''] of weeks) expect(startOfWeek(first, weekStart)).toBe(first);
			expect(daysBetween(shown[0] ?? '', shown[41] ?? '')).toBe(41);
		}),
	);
});

describe('the keys of the calendar', () => {
	test.each([
		['2026-12-05', 'ArrowLeft', '2026-12-04'],
		['2026-12-01', 'ArrowLeft', '2026-11-30'],
		['2026-12-31', 'ArrowRight', '2027-01-01'],
		['2026-12-05', 'ArrowUp', '2026-11-28'],
		['2026-12-05', 'ArrowDown', '2026-12-12'],
		['2026-12-05', 'Home', '2026-11-30'],
		['2026-12-05', 'End', '2026-12-06'],
		['2026-12-31', 'PageUp', '2026-11-30'],
		['2027-01-31', 'PageDown', '2027-02-28'],
	])('from %s, %s leads to %s', (day, key, next) => expect(dayAfterKey(day, key, false, 1)).toBe(next));

	test('with Shift, a page is a year', () => {
		expect(dayAfterKey('2028-02-29', 'PageDown', true, 1)).toBe('2029-02-28');
		expect(dayAfterKey('2026-12-05', 'PageUp', true, 1)).toBe('2025-12-05');
		expect(dayAfterKey('2026-12-05', 'a', false, 1)).toBeUndefined();
	});

	test('lead to no day that cannot be entered', () => {
		expect(withinBounds(daysLater('1900-01-01', -1))).toBe('1900-01-01');
		expect(withinBounds(daysLater('2199-12-31', 1))).toBe('2199-12-31');
		expect(withinBounds('2026-12-05', '2026-12-10')).toBe('2026-12-10');
		expect(withinBounds('2026-12-05')).toBe('2026-12-05');
	});
});
