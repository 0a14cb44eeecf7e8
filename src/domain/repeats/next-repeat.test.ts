import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateColumn, dayIn, dayOfColumn, daysLater } from '@/lib/dates/dates';
import { nextRepeat } from './next-repeat';
import type { Repeat } from './repeat';
import { repeatChoices } from './repeat-choices';

/** The due days of a follow-up that is completed on its day, one after the other. */
function dueDays(repeat: Repeat, first: string, count: number): (string | null)[] {
	const days: (string | null)[] = [];
	let day: string | null = first;
	while (days.length < count && day) {
		day = nextRepeat(repeat, { dueOn: day, doneOn: day });
		days.push(day);
	}
	return days;
}

describe('a month’s last day', () => {
	test('January 31 is February 28 or 29, and March 31 again', () => {
		const monthly: Repeat = { every: 'month', day: 31 };
		expect(dueDays(monthly, '2027-01-31', 4)).toEqual(['2027-02-28', '2027-03-31', '2027-04-30', '2027-05-31']);
		expect(dueDays(monthly, '2028-01-31', 2)).toEqual(['2028-02-29', '2028-03-31']);
	});

	test('February 29 of every year is the 28th, until there is one again', () => {
		expect(dueDays({ every: 'year', month: 2, day: 29 }, '2028-02-29', 4)).toEqual([
			...['2029-02-28', '2030-02-28', '2031-02-28', '2032-02-29'],
		]);
	});

	test('no February 29 is in 2100', () => {
		expect(nextRepeat({ every: 'month', day: 29 }, { dueOn: '2100-01-29', doneOn: '2100-01-29' })).toBe('2100-02-28');
	});
});

describe('what was missed', () => {
	const days = (repeat: Repeat, dueOn: string, doneOn: string) => nextRepeat(repeat, { dueOn, doneOn });

	test('is not caught up on: the next is the first that is not past', () => {
		expect(days({ every: 'day' }, '2026-11-01', '2026-11-29')).toBe('2026-11-29');
		expect(days({ every: 'week', weeks: 2, from: '2026-11-03' }, '2026-11-03', '2026-12-08')).toBe('2026-12-15');
		expect(days({ every: 'month', day: 31 }, '2026-08-31', '2026-11-30')).toBe('2026-11-30');
		expect(days({ every: 'weekday' }, '2026-11-20', '2026-11-28')).toBe('2026-11-30');
	});

	test('one that is completed before its day is followed by the one after that day', () => {
		expect(days({ every: 'week', weeks: 1, from: '2026-12-01' }, '2026-12-01', '2026-11-28')).toBe('2026-12-08');
	});

	test('one that was put off keeps its days', () => {
		expect(days({ every: 'week', weeks: 2, from: '2026-12-01' }, '2026-12-03', '2026-12-03')).toBe('2026-12-15');
		expect(days({ every: 'month', day: 31 }, '2027-03-02', '2027-03-02')).toBe('2027-03-31');
	});

	test('counted from when it is done, it lies one period later', () => {
		const counted = (repeat: Repeat) => days({ ...repeat, afterDone: true }, '2026-11-01', '2026-11-28');
		expect(counted({ every: 'day' })).toBe('2026-11-29');
		expect(counted({ every: 'weekday' })).toBe('2026-11-30');
		expect(counted({ every: 'week', weeks: 2, from: '2026-11-03' })).toBe('2026-12-12');
		expect(counted({ every: 'month', day: 31 })).toBe('2026-12-28');
		expect(counted({ every: 'monthWeekday', nth: 2, weekday: 2 })).toBe('2026-12-08');
		expect(counted({ every: 'year', month: 2, day: 29 })).toBe('2027-11-28');
	});
});

test('a rule ends with its last day, and with the calendar', () => {
	const until: Repeat = { every: 'week', weeks: 1, from: '2026-12-01', until: '2026-12-15' };
	expect(dueDays(until, '2026-12-01', 9)).toEqual(['2026-12-08', '2026-12-15', null]);
	expect(dueDays({ every: 'year', month: 12, day: 4 }, '2198-12-04', 9)).toEqual(['2199-12-04', null]);
});

/** Whether a day is one of a rule, by looking at that day alone and counting on the fingers. */
function isOfRule(repeat: Repeat, day: string): boolean {
	const date = new Date(`${day}T00:00:00Z`);
	const [month, dayOfMonth, weekday] = [date.getUTCMonth() + 1, date.getUTCDate(), date.getUTCDay() || 7];
	const isLastOfMonth = new Date(date.getTime() + 86_400_000).getUTCDate() === 1;
	const isDate = (wanted: number) => dayOfMonth === wanted || (isLastOfMonth && dayOfMonth < wanted);
	switch (repeat.every) {
		case 'day':
			return true;
		case 'weekday':
			return weekday <= 5;
		case 'week':
			return (date.getTime() - Date.parse(`${repeat.from}T00:00:00Z`)) % (repeat.weeks * 7 * 86_400_000) === 0;
		case 'month':
			return isDate(repeat.day);
		case 'monthWeekday': {
			if (weekday !== repeat.weekday) return false;
			if (repeat.nth === -1) return new Date(date.getTime() + 7 * 86_400_000).getUTCMonth() + 1 !== month;
			let those = 0;
			for (let each = date; each.getUTCMonth() + 1 === month; each = new Date(each.getTime() - 7 * 86_400_000)) those++;
			return those === repeat.nth;
		}
		case 'year':
			return month === repeat.month && isDate(repeat.day);
	}
}

describe('against walking from day to day', () => {
	const day = fc
		.date({ min: dateColumn('1900-01-01'), max: dateColumn('2199-12-31'), noInvalidDate: true })
		.map(dayOfColumn);
	const rule: fc.Arbitrary<Repeat> = fc
		.tuple(
			fc.oneof(
				fc.constantFrom<Repeat>({ every: 'day' }, { every: 'weekday' }),
				fc.record({ every: fc.constant('week' as const), weeks: fc.integer({ min: 1, max: 52 }), from: day }),
				fc.record({ every: fc.constant('month' as const), day: fc.integer({ min: 1, max: 31 }) }),
				fc.record({
					every: fc.constant('monthWeekday' as const),
					nth: fc.constantFrom(...([1, 2, 3, 4, -1] as const)),
					weekday: fc.integer({ min: 1, max: 7 }),
				}),
				day.map((from) => ({
					every: 'year' as const,
					month: Number(from.slice(5, 7)),
					day: Number(from.slice(8)),
				})),
			),
			fc.option(day, { nil: undefined }),
		)
		.map(([repeat, until]) => ({ ...repeat, ...(until && { until }) }));

	test('it is the first day of the rule behind the due day that is not past', () => {
		fc.assert(
			fc.property(rule, day, fc.integer({ min: -40, max: 400 }), (repeat, dueOn, late) => {
				const doneOn = daysLater(dueOn, late);
				let found = daysLater(dueOn, 1);
				while (found < doneOn || !isOfRule(repeat, found)) found = daysLater(found, 1);
				const expected = found > '2199-12-31' || (repeat.until && found > repeat.until) ? null : found;
				expect(nextRepeat(repeat, { dueOn, doneOn })).toBe(expected);
			}),
		);
	});

	test.each(['Pacific/Kiritimati', 'Asia/Ho_Chi_Minh', 'Europe/Berlin', 'America/New_York', 'Etc/GMT+12'])(
		'in %s it is counted from the day on which it is done there',
		(timeZone) => {
			const instant = fc.date({ min: new Date('1971-01-01'), max: new Date('2190-01-01'), noInvalidDate: true });
			fc.assert(
				fc.property(rule, instant, (repeat, now) => {
					const doneOn = dayIn(now, timeZone);
					const next = nextRepeat({ ...repeat, afterDone: true }, { dueOn: daysLater(doneOn, -3), doneOn });
					if (next === null) return;
					expect(next > doneOn).toBe(true);
					const isShort = repeat.every === 'day' || repeat.every === 'weekday';
					const [year, month, date] = doneOn.split('-').map(Number) as [number, number, number];
					if (isShort) {
						let found = daysLater(doneOn, 1);
						while (!isOfRule(repeat, found)) found = daysLater(found, 1);
						expect(next).toBe(found);
					} else if (repeat.every === 'week') {
						let found = doneOn;
						for (let left = repeat.weeks * 7; left > 0; left--) found = daysLater(found, 1);
						expect(next).toBe(found);
					} else if (repeat.every === 'year') {
						expect(next).toBe(isOfRule({ every: 'month', day: date }, next) ? next : null);
						expect(next.slice(0, 7)).toBe(`${year + 1}-${doneOn.slice(5, 7)}`);
					} else {
						const wanted: Repeat = repeat.every === 'month' ? { every: 'month', day: date } : repeat;
						expect(isOfRule(wanted, next)).toBe(true);
						expect(next.slice(0, 7)).toBe(dayOfColumn(new Date(Date.UTC(year, month, 1))).slice(0, 7));
					}
				}),
			);
		},
	);

	test('whatever is offered for a day has this day', () => {
		fc.assert(
			fc.property(day, fc.integer({ min: 1, max: 52 }), (from, weeks) => {
				const offered = repeatChoices(from, weeks);
				for (const { repeat } of offered) expect(isOfRule(repeat, from)).toBe(true);
				expect(offered.some(({ repeat }) => repeat.every === 'monthWeekday')).toBe(true);
			}),
		);
	});
});
