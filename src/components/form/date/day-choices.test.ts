import { expect, test } from 'vitest';
import { sayDay } from '@/lib/dates/dates-style';
import { dayChoices } from './day-choices';

test.each([
	['2026-11-28', 'Saturday', ['2026-11-28', '2026-11-29', '2026-11-30', '2026-12-05']],
	['2026-11-27', 'Friday', ['2026-11-27', '2026-11-28', '2026-11-30', '2026-12-04']],
	// tomorrow is the Monday, and the one after that is meant
	['2026-11-29', 'Sunday', ['2026-11-29', '2026-11-30', '2026-12-07', '2026-12-06']],
	// a week from a Monday is the Monday
	['2026-11-30', 'Monday', ['2026-11-30', '2026-12-01', '2026-12-07']],
	['2026-12-31', 'Thursday', ['2026-12-31', '2027-01-01', '2027-01-04', '2027-01-07']],
])('on %s, a %s, these days are offered', (today, _, days) => {
	expect(dayChoices(today, { order: 'dmy' }).map(({ day }) => day)).toEqual(days);
});

test('a day is said as the account writes dates', () => {
	expect(dayChoices('2026-11-28', { order: 'dmy' }).map(({ name, on }) => `${name} ${on}`.trim())).toEqual([
		...['Today', 'Tomorrow', 'Mon 30 Nov', '+1 week 5 Dec'],
	]);
	expect(sayDay('2026-12-04', { order: 'mdy' })).toBe('Fri, Dec 4');
	expect(sayDay('2026-12-04', { order: 'ymd' })).toBe('Fri 4 Dec');
});
