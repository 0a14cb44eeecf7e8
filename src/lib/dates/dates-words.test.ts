import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locales } from '@/lib/locale';
import { dateColumn, dayOfColumn, daysLater } from './dates';
import { readDate } from './dates-read';
import { dateStyleOf, weekdayNames, weekdayOf } from './dates-style';
import type { Leaning } from './dates-words';

const vietnamese = dateStyleOf('vi-VN');
const read = (text: string, today: string, leaning: Leaning = 'future', style = vietnamese) => {
	const result = readDate(text, style, today, leaning);
	return result.ok ? result.day : result.message;
};

/** What days are written with, in no order. */
const pieces =
	'today next last this fri thứ 6 cn t2 in 3 days week end of month cuối tháng tuần sau ngày nữa năm mai the 31st + - 4/12 2026 december eom'.split(
		' ',
	);

test('what has happened lies behind: a weekday is the last one, a day of the month the one that has been', () => {
	expect(
		['fri', 'thứ 6', 'sat', 'the 5th', 'ngày 29', 'cuối tháng 12'].map((text) => read(text, '2026-11-28', 'past')),
	).toEqual([...['2026-11-27', '2026-11-27', '2026-11-21', '2026-11-05', '2026-10-29', '2025-12-31']]);
});

test('a weekday beside a date has to be the right one', () => {
	expect(read('Mon 4/12', '2026-11-28')).toBe('04/12/2026 is a Friday, not a Monday. Enter one or the other.');
	expect(read('thứ 2, 31/4', '2026-11-28')).toMatch(/^April 2027 has only 30 days/);
});

test.each([
	'thứ 8',
	'fri fri',
	'next',
	'in days',
	'end of',
	'cuối',
	'the 32nd',
	'ngày 0',
	'in -3 days',
	'5 tháng',
	'Mai Anh',
])('%j is no day', (text) =>
	expect(read(text, '2026-11-28')).toBe('Enter a date, such as 31/12/2026, “fri”, or “in 3 days”.'),
);

test.each(['in 999 years', '2000 năm trước', '+9999w'])('%j is too far away', (text) =>
	expect(read(text, '2026-11-28')).toBe('Enter a date from 1900 to 2199, such as 31/12/2026.'),
);

test.each(locales)('the nearest days and the weekdays are read in the language of %s', (locale) => {
	const style = dateStyleOf(locale);
	const near = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
	for (const days of [-1, 0, 1]) {
		const word = near.format(days, 'day');
		if (!/\d/.test(word)) expect(read(word, '2026-11-28', 'future', style)).toBe(daysLater('2026-11-28', days));
	}
	const named = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
	for (let ahead = 1; ahead <= 7; ahead++) {
		const day = daysLater('2026-11-28', ahead);
		expect(read(named.format(dateColumn(day)), '2026-11-28', 'future', style)).toBe(day);
	}
});

describe('against counting the days one by one', () => {
	const days = fc
		.date({ min: dateColumn('1910-01-01'), max: dateColumn('2180-12-31'), noInvalidDate: true })
		.map(dayOfColumn);
	const until = (day: string, step: number, isFound: (day: string) => boolean) => {
		let found = daysLater(day, step);
		while (!isFound(found)) found = daysLater(found, step);
		return found;
	};

	test('weekdays', () => {
		fc.assert(
			fc.property(days, fc.integer({ min: 1, max: 7 }), (today, weekday) => {
				const name = weekdayNames[weekday - 1] ?? '';
				const other = weekday === 7 ? 'chủ nhật' : `thứ ${weekday + 1}`;
				const isThat = (day: string) => weekdayOf(day) === weekday;
				const next = until(today, 1, isThat);
				const monday = until(daysLater(today, 1), -1, (day) => weekdayOf(day) === 1);
				for (const text of [name, name.slice(0, 3), other, `${other} tới`]) expect(read(text, today)).toBe(next);
				for (const text of [`last ${name}`, `${other} rồi`]) expect(read(text, today)).toBe(until(today, -1, isThat));
				for (const text of [`next ${name}`, `${name} next week`, `${other} tuần sau`])
					expect(read(text, today)).toBe(until(daysLater(monday, 6), 1, isThat));
			}),
		);
	});

	test('numbers of days, weeks and working days', () => {
		fc.assert(
			fc.property(days, fc.integer({ min: 1, max: 60 }), (today, count) => {
				let [day, week, workday, ago] = [today, today, today, today];
				for (let left = count; left > 0; left--) {
					day = daysLater(day, 1);
					week = daysLater(week, 7);
					workday = until(workday, 1, (each) => weekdayOf(each) < 6);
					ago = until(ago, -1, (each) => weekdayOf(each) < 6);
				}
				for (const text of [`in ${count} days`, `+${count}d`, `${count} ngày nữa`]) expect(read(text, today)).toBe(day);
				for (const text of [`in ${count} weeks`, `${count}w`, `${count} tuần nữa`])
					expect(read(text, today)).toBe(week);
				expect(read(`in ${count} business days`, today)).toBe(workday);
				expect(read(`${count} business days ago`, today)).toBe(ago);
			}),
		);
	});

	test('the ends of months and quarters, and a day of the month', () => {
		fc.assert(
			fc.property(days, fc.integer({ min: 1, max: 31 }), (today, date) => {
				const isLast = (day: string) => daysLater(day, 1).endsWith('-01');
				const end = until(daysLater(today, -1), 1, isLast);
				for (const text of ['end of month', 'cuối tháng']) expect(read(text, today)).toBe(end);
				for (const text of ['end of next month', 'cuối tháng sau'])
					expect(read(text, today)).toBe(until(end, 1, isLast));
				const isQuarter = (day: string) => isLast(day) && Number(day.slice(5, 7)) % 3 === 0;
				expect(read('end of quarter', today)).toBe(until(daysLater(today, -1), 1, isQuarter));
				const isDate = (day: string) => Number(day.slice(8)) === date;
				for (const text of [`ngày ${date}`, `the ${date}th`])
					expect(read(text, today)).toBe(until(daysLater(today, -1), 1, isDate));
			}),
		);
	});

	test('whatever is typed, the answer is a day of the calendar or a sentence', () => {
		const words = fc.constantFrom(...pieces);
		fc.assert(
			fc.property(
				fc.array(words, { maxLength: 5 }),
				days,
				fc.constantFrom<Leaning>('future', 'past', 'nearest'),
				(typed, today, leaning) => {
					const result = readDate(typed.join(' '), vietnamese, today, leaning);
					if (!result.ok) expect(result.message).toMatch(/Enter (a date|one)/);
					else if (result.day) expect(dayOfColumn(dateColumn(result.day))).toBe(result.day);
				},
			),
		);
	});
});
