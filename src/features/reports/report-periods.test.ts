import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysBetween, daysLater, startOfWeek } from '@/lib/dates/dates';
import {
	comingMonths,
	endsAfterToday,
	isCut,
	maxYears,
	monthsIn,
	spanOf,
	untilThisWeek,
	weeksIn,
} from './report-periods';
import { parseReports, periods, reportQuery } from './schema';

const today = '2026-11-27';
const spanAsked = (params: Record<string, string>, day = today) => spanOf(parseReports(params), day);

describe('a period and the one before it', () => {
	test.each([
		['month', '2026-11-01', '2026-11-30', '2026-10-01', '2026-10-31'],
		['quarter', '2026-10-01', '2026-12-31', '2026-07-01', '2026-09-30'],
		['year', '2026-01-01', '2026-12-31', '2025-01-01', '2025-12-31'],
		['12-months', '2025-12-01', '2026-11-30', '2024-12-01', '2025-11-30'],
	])('%s', (period, from, to, fromBefore, toBefore) => {
		const span = { now: { from, to }, before: { from: fromBefore, to: toBefore } };
		expect(spanAsked({ period })).toEqual(span);
	});

	test('begin where the calendar does, in January too', () => {
		expect(spanAsked({ period: 'quarter' }, '2026-02-28').before).toEqual({ from: '2025-10-01', to: '2025-12-31' });
		expect(spanAsked({ period: 'month' }, '2026-01-31').before).toEqual({ from: '2025-12-01', to: '2025-12-31' });
		expect(spanAsked({}, '2026-01-01').now).toEqual({ from: '2025-02-01', to: '2026-01-31' });
	});

	test('an own range is compared with as many days, whichever of them is given, in either order', () => {
		const span = { now: { from: '2026-05-01', to: '2026-05-10' }, before: { from: '2026-04-21', to: '2026-04-30' } };
		expect(spanAsked({ period: 'own', from: '2026-05-01', to: '2026-05-10' })).toEqual(span);
		expect(spanAsked({ period: 'own', from: '2026-05-10', to: '2026-05-01' })).toEqual(span);
		expect(spanAsked({ period: 'own', from: '2026-11-20' }).now).toEqual({ from: '2026-11-20', to: today });
		expect(spanAsked({ period: 'own', to: '2026-05-10' }).now).toEqual({ from: '2026-05-01', to: '2026-05-10' });
		expect(spanAsked({ period: 'own' })).toEqual(spanAsked({}));
		const longest = spanAsked({ period: 'own', from: '1900-01-01', to: '2026-05-10' }).now;
		expect(longest).toEqual({ from: `${2026 - maxYears}-05-11`, to: '2026-05-10' });
	});
});

test('a range that is longer than is shown says so', () => {
	const cut = (params: Record<string, string>) => isCut(parseReports(params), spanAsked(params), today);
	expect(cut({ period: 'own', from: '2020-01-01', to: '2026-05-10' })).toBe(true);
	expect(cut({ period: 'own', from: '2026-05-10', to: '2020-01-01' })).toBe(true);
	expect(cut({ period: 'own', from: '2020-01-01' })).toBe(true);
	expect(cut({ period: 'own', from: '2199-01-01' })).toBe(true);
	expect(cut({ period: 'own', from: '2021-05-11', to: '2026-05-10' })).toBe(false);
	expect(cut({ period: 'own', to: '2019-05-10' })).toBe(false);
	expect(cut({ period: 'year' })).toBe(false);
});

test('a period runs on until its last day is today', () => {
	const runs = (params: Record<string, string>) => endsAfterToday({ ...spanAsked(params), today });
	expect(runs({ period: 'month' })).toBe(true);
	expect(runs({})).toBe(true);
	expect(runs({ period: 'own', from: '2026-11-01' })).toBe(false);
	expect(runs({ period: 'own', from: '2026-11-01', to: '2026-11-28' })).toBe(true);
});

const someDay = fc.integer({ min: 0, max: 3000 }).map((days) => daysLater('2020-01-01', days));

test('months and weeks follow one another without a gap, from the first day to the last', () => {
	fc.assert(
		fc.property(someDay, fc.integer({ min: 0, max: 800 }), fc.constantFrom(1, 6, 7), (from, length, weekStart) => {
			const days = { from, to: daysLater(from, length) };
			for (const parts of [monthsIn(days), weeksIn(days, weekStart)]) {
				expect(parts[0]?.from).toBe(days.from);
				expect(parts.at(-1)?.to).toBe(days.to);
				for (const [index, part] of parts.entries()) {
					expect(part.from <= part.to).toBe(true);
					if (index > 0) expect(part.from).toBe(daysLater(parts[index - 1]?.to ?? '', 1));
				}
			}
			for (const week of weeksIn(days, weekStart)) {
				expect(daysBetween(week.from, week.to)).toBeLessThan(7);
				expect(startOfWeek(week.from, weekStart)).toBe(startOfWeek(week.to, weekStart));
			}
			for (const month of monthsIn(days)) expect(month.from.slice(0, 7)).toBe(month.to.slice(0, 7));
		}),
	);
});

test('the coming months begin today, and the weeks end with the present one', () => {
	expect(comingMonths(today, 2)).toEqual([
		{ from: today, to: '2026-11-30' },
		{ from: '2026-12-01', to: '2026-12-31' },
	]);
	const year = { from: '2026-01-01', to: '2026-12-31' };
	expect(untilThisWeek(year, today, 1)).toEqual({ from: '2026-01-01', to: '2026-11-29' });
	const next = { from: '2027-01-01', to: '2027-12-31' };
	expect(untilThisWeek(next, today, 1)).toEqual(next);
});

test('an address says what it was made of', () => {
	fc.assert(
		fc.property(
			fc.constantFrom(...periods),
			fc.option(someDay, { nil: undefined }),
			fc.option(someDay, { nil: undefined }),
			fc.constantFrom('VND', undefined),
			(period, from, to, currency) => {
				const given = Object.fromEntries(
					Object.entries({ period, from, to, currency }).filter((entry): entry is [string, string] =>
						Boolean(entry[1]),
					),
				);
				const state = parseReports(given);
				expect(parseReports(Object.fromEntries(new URLSearchParams(reportQuery(state))))).toEqual(state);
			},
		),
	);
});
