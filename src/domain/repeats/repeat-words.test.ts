import { expect, test } from 'vitest';
import type { Repeat } from './repeat';
import { sayRepeat } from './repeat-words';

const british = { locale: 'en-GB', order: 'dmy' } as const;
const rules: [rule: Repeat, words: string][] = [
	[{ every: 'day' }, 'every day'],
	[{ every: 'day', afterDone: true }, 'every day after it’s done'],
	[{ every: 'weekday', until: '2027-12-31' }, 'every weekday until 31 Dec 2027'],
	[{ every: 'week', weeks: 1, from: '2026-12-01' }, 'every week on Tuesday'],
	[{ every: 'week', weeks: 2, from: '2026-12-06' }, 'every 2 weeks on Sunday'],
	[{ every: 'week', weeks: 2, from: '2026-12-06', afterDone: true }, 'every 2 weeks after it’s done'],
	[{ every: 'month', day: 1 }, 'every month on the 1st'],
	[{ every: 'month', day: 12 }, 'every month on the 12th'],
	[{ every: 'month', day: 22 }, 'every month on the 22nd'],
	[{ every: 'month', day: 31 }, 'every month on the 31st'],
	[{ every: 'month', day: 31, afterDone: true }, 'every month after it’s done'],
	[{ every: 'monthWeekday', nth: 2, weekday: 2 }, 'every month on the second Tuesday'],
	[{ every: 'monthWeekday', nth: -1, weekday: 5, afterDone: true }, 'on the last Friday of the month after it’s done'],
	[{ every: 'year', month: 12, day: 4 }, 'every year on 4 Dec'],
	[{ every: 'year', month: 2, day: 29 }, 'every year on 29 Feb'],
];
test.each(rules)('%j is read as “%s”', (rule, words) => {
	expect(sayRepeat(rule, british)).toBe(words);
});

test('a day of the year is written in the order of the account', () => {
	expect(sayRepeat({ every: 'year', month: 12, day: 4, until: '2030-12-04' }, { locale: 'en-US', order: 'mdy' })).toBe(
		'every year on Dec 4 until Dec 4, 2030',
	);
});
