import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateColumn, dayIn, dayOfColumn, daysBetween, formatDate, isDay } from './dates';

const days = fc
	.date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T23:59:59Z'), noInvalidDate: true })
	.map(dayOfColumn);

describe('a day', () => {
	test.each(['1900-01-01', '2199-12-31', '2026-02-28', '2028-02-29', '2000-02-29', '2026-11-30'])('%s is one', (day) =>
		expect(isDay(day)).toBe(true),
	);

	test.each([
		'',
		'2026-02-29',
		'2100-02-29',
		'2026-04-31',
		'2026-00-10',
		'2026-13-01',
		'2026-01-00',
		'2026-01-32',
		'1899-12-31',
		'2200-01-01',
		'2026-1-1',
		'26-01-01',
		'31.12.2026',
		'2026-01-01T00:00:00Z',
		' 2026-01-01',
		'2026-01-01\n',
		'２０２６-01-01',
		'infinity',
		'today',
	])('%j is none', (day) => expect(isDay(day)).toBe(false));

	test('goes into its column and out again, and is shown as itself', () => {
		fc.assert(
			fc.property(days, (day) => {
				expect(isDay(day)).toBe(true);
				expect(dayOfColumn(dateColumn(day))).toBe(day);
				expect(formatDate(day, { locale: 'sv-SE' })).toContain(String(Number(day.slice(8))));
			}),
		);
	});

	test('is written as the account writes it', () => {
		expect(formatDate('2026-11-05', { locale: 'en-GB' })).toBe('5 Nov 2026');
		expect(formatDate('2026-11-05', { locale: 'en-US' })).toBe('Nov 5, 2026');
		expect(formatDate('2026-11-05', { locale: 'vi-VN' })).toBe('5 thg 11, 2026');
	});
});

test.each([
	['2026-11-10T16:59:59Z', 'Asia/Ho_Chi_Minh', '2026-11-10'],
	['2026-11-10T17:00:00Z', 'Asia/Ho_Chi_Minh', '2026-11-11'],
	['2026-11-10T17:00:00Z', 'America/Los_Angeles', '2026-11-10'],
	// summer time ends at 2 o'clock: the day has 25 hours
	['2026-11-02T07:59:59Z', 'America/Los_Angeles', '2026-11-01'],
	['2026-11-02T08:00:00Z', 'America/Los_Angeles', '2026-11-02'],
	['2026-12-31T10:00:00Z', 'Pacific/Kiritimati', '2027-01-01'],
	['2026-01-05T00:00:00Z', 'UTC', '2026-01-05'],
])('%s falls in %s on %s', (instant, timeZone, day) => expect(dayIn(new Date(instant), timeZone)).toBe(day));

test('days are counted from one to another, whatever the clocks do', () => {
	expect(daysBetween('2026-10-31', '2026-11-02')).toBe(2);
	expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
	expect(daysBetween('2027-01-01', '2026-12-31')).toBe(-1);
	fc.assert(
		fc.property(days, days, (from, to) => {
			const count = daysBetween(from, to);
			expect(dayOfColumn(new Date(dateColumn(from).getTime() + count * 86_400_000))).toBe(to);
			expect(daysBetween(to, from)).toBe(count === 0 ? 0 : -count);
		}),
	);
});
