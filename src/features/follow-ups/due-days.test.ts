import { expect, test } from 'vitest';
import { dayIn, daysLater } from '@/lib/dates/dates';
import { orderKey, presentFollowUps, snoozedDay } from './due-days';
import type { OpenFollowUp } from './server/follow-up-queries';

test.each([
	// the same instant, three days
	['2026-11-25T10:30:00Z', 'Etc/GMT+12', '2026-11-24', '2026-11-25'],
	['2026-11-25T10:30:00Z', 'Asia/Ho_Chi_Minh', '2026-11-25', '2026-11-26'],
	['2026-11-25T10:30:00Z', 'Pacific/Kiritimati', '2026-11-26', '2026-11-27'],
	// around midnight
	['2026-11-25T16:59:59.999Z', 'Asia/Ho_Chi_Minh', '2026-11-25', '2026-11-26'],
	['2026-11-25T17:00:00Z', 'Asia/Ho_Chi_Minh', '2026-11-26', '2026-11-27'],
	// New York's clocks go forward on 8 March and back on 1 November 2026
	['2026-03-08T04:59:59Z', 'America/New_York', '2026-03-07', '2026-03-08'],
	['2026-03-08T05:00:00Z', 'America/New_York', '2026-03-08', '2026-03-09'],
	['2026-03-09T03:59:59Z', 'America/New_York', '2026-03-08', '2026-03-09'],
	['2026-03-09T04:00:00Z', 'America/New_York', '2026-03-09', '2026-03-10'],
	['2026-11-01T03:59:59Z', 'America/New_York', '2026-10-31', '2026-11-01'],
	['2026-11-02T04:59:59Z', 'America/New_York', '2026-11-01', '2026-11-02'],
	['2026-11-02T05:00:00Z', 'America/New_York', '2026-11-02', '2026-11-03'],
	['2026-12-31T23:30:00Z', 'Pacific/Kiritimati', '2027-01-01', '2027-01-02'],
	['2028-02-28T12:00:00Z', 'Etc/GMT+12', '2028-02-28', '2028-02-29'],
])('a snooze at %s in %s, where it is %s, puts off to %s', (instant, timeZone, today, tomorrow) => {
	const now = new Date(instant);
	expect(dayIn(now, timeZone)).toBe(today);
	expect(snoozedDay('tomorrow', { timeZone, weekStart: 1 }, now)).toBe(tomorrow);
	for (let weekStart = 1; weekStart <= 7; weekStart++) {
		const next = snoozedDay('nextWeek', { timeZone, weekStart }, now);
		expect(new Date(`${next}T00:00:00Z`).getUTCDay() || 7).toBe(weekStart);
		expect(next > tomorrow && next <= daysLater(tomorrow, 7)).toBe(true);
	}
});

test('a snooze to next week reaches the first day of the first week that starts after tomorrow', () => {
	const on = (day: string, weekStart: number) =>
		snoozedDay('nextWeek', { timeZone: 'UTC', weekStart }, new Date(`${day}T12:00:00Z`));
	// 25 November 2026 is a Wednesday
	const starts = [1, 2, 3, 4, 5, 6, 7].map((weekStart) => on('2026-11-25', weekStart));
	expect(starts).toEqual([
		'2026-11-30',
		'2026-12-01',
		'2026-12-02',
		// a week that starts on Thursday starts tomorrow
		'2026-12-03',
		'2026-11-27',
		'2026-11-28',
		'2026-11-29',
	]);
	// Saturday, Sunday and Monday
	expect(['2026-11-28', '2026-11-29', '2026-11-30'].map((day) => on(day, 1))).toEqual([
		'2026-11-30',
		'2026-12-07',
		'2026-12-07',
	]);
	expect(['2026-11-28', '2026-11-29'].map((day) => on(day, 7))).toEqual(['2026-12-06', '2026-12-06']);
	expect(on('2026-12-30', 1)).toBe('2027-01-04');
});

test('within a day, times come first by the clock, then what is important, then the rest', () => {
	const due = (id: string, dueTime: string | null, isImportant = false, dueOn: string | null = '2026-12-04') => ({
		...{ id, dueOn, dueTime, isImportant },
	});
	const sorted = [
		due('g', null, true, null),
		due('f', '08:00', false, '2026-12-05'),
		due('a', null),
		due('c', null, true),
		due('d', '14:00', true),
		due('b', null),
		due('e', '09:30'),
	].toSorted((one, other) => (orderKey(one) < orderKey(other) ? -1 : 1));
	expect(sorted.map(({ id }) => id).join('')).toBe('edcabfg');
});

test('a line says the day with its time, and how it repeats', () => {
	const followUp: OpenFollowUp = {
		...{ id: 'a', title: 'Gọi chị Lan', dueOn: '2026-12-04', dueTime: '14:30', isImportant: true, isTheirs: false },
		...{ repeats: { every: 'month', day: 31 }, group: 'upcoming', companyId: null, companyName: null },
		...{ contactId: null, contactName: null, contactStays: null, dealId: null, dealName: null },
	};
	const shown = (today: string, locale: string) => presentFollowUps([followUp], today, { locale })[0];
	expect(shown('2026-12-03', 'en-US')).toMatchObject({
		due: 'Tomorrow, 2:30 PM',
		repeatWords: 'every month on the 31st',
		late: null,
	});
	expect(shown('2026-12-01', 'en-GB')).toMatchObject({ due: '4 Dec 2026, 14:30' });
	expect(shown('2026-12-06', 'vi-VN')).toMatchObject({ late: '2 days overdue' });
});
