import { describe, expect, test } from 'vitest';
import { instantOf, isLocalTime, localTime, startOfWeek } from './dates';

const zones = [
	'Etc/GMT+12',
	'Pacific/Honolulu',
	'America/New_York',
	'America/St_Johns',
	'UTC',
	'Europe/Berlin',
	'Asia/Kolkata',
	'Asia/Ho_Chi_Minh',
	'Australia/Lord_Howe',
	'Pacific/Kiritimati',
];

describe.each(zones)('a day and time in %s', (zone) => {
	test('is the instant that its clocks show, on every day of the year', () => {
		for (let day = 0; day < 366; day++) {
			for (const hour of [0, 12, 23]) {
				const local = new Date(Date.UTC(2026, 0, 1 + day, hour, 30)).toISOString().slice(0, 16);
				expect(localTime(instantOf(local, zone), zone)).toBe(local);
			}
		}
	});
});

test('a time that the clocks skip is read as they show it afterwards', () => {
	// on 8 March 2026 New York goes from 2:00 to 3:00
	expect(instantOf('2026-03-08T02:30', 'America/New_York').toISOString()).toBe('2026-03-08T07:30:00.000Z');
	expect(localTime(instantOf('2026-03-08T02:30', 'America/New_York'), 'America/New_York')).toBe('2026-03-08T03:30');
});

test('of a time that the clocks show twice, it is the first', () => {
	// on 1 November 2026 New York goes from 2:00 back to 1:00
	expect(instantOf('2026-11-01T01:30', 'America/New_York').toISOString()).toBe('2026-11-01T05:30:00.000Z');
});

test.each([
	['2026-11-25T14:05', true],
	['2026-11-25T14:05:59', true],
	['2026-11-25T24:00', false],
	['2026-02-30T10:00', false],
	['20260-01-01T10:00', false],
	['1899-12-31T10:00', false],
	['2026-11-25', false],
	['2026-11-25T14:05Z', false],
])('%s is a day and time: %s', (text, is) => expect(isLocalTime(text)).toBe(is));

test('a week begins on the user’s day', () => {
	// a Wednesday
	expect([1, 3, 4, 7].map((start) => startOfWeek('2026-11-25', start))).toEqual([
		'2026-11-23',
		'2026-11-25',
		'2026-11-19',
		'2026-11-22',
	]);
});
