import { describe, expect, test } from 'vitest';
import { closeRange } from './deal-ranges';

const at = (now: string, timeZone: string) => (name: Parameters<typeof closeRange>[0]) =>
	closeRange(name, timeZone, new Date(now));

describe('an expected close by name', () => {
	test('is reckoned from the user’s day', () => {
		// 31 December in Honolulu, and the new year in Vietnam
		const honolulu = at('2026-12-31T20:00:00Z', 'Pacific/Honolulu');
		const vietnam = at('2026-12-31T20:00:00Z', 'Asia/Ho_Chi_Minh');
		expect(honolulu('month')).toEqual({ from: '2026-12-01', to: '2026-12-31' });
		expect(honolulu('next-month')).toEqual({ from: '2027-01-01', to: '2027-01-31' });
		expect(honolulu('quarter')).toEqual({ from: '2026-10-01', to: '2026-12-31' });
		expect(honolulu('30days')).toEqual({ from: '2026-12-31', to: '2027-01-29' });
		expect(vietnam('month')).toEqual({ from: '2027-01-01', to: '2027-01-31' });
		expect(vietnam('next-month')).toEqual({ from: '2027-02-01', to: '2027-02-28' });
		expect(vietnam('quarter')).toEqual({ from: '2027-01-01', to: '2027-03-31' });
		expect(vietnam('30days')).toEqual({ from: '2027-01-01', to: '2027-01-30' });
	});

	test.each([
		['2028-01-31', '2028-02-01', '2028-02-29'],
		['2026-10-31', '2026-11-01', '2026-11-30'],
		['2026-12-01', '2027-01-01', '2027-01-31'],
	])('after %s is the whole next month', (today, from, to) =>
		expect(at(`${today}T12:00:00Z`, 'UTC')('next-month')).toEqual({ from, to }),
	);

	test.each([
		['2026-01-01', '2026-01-01', '2026-03-31'],
		['2026-06-30', '2026-04-01', '2026-06-30'],
		['2026-08-15', '2026-07-01', '2026-09-30'],
		['2026-12-31', '2026-10-01', '2026-12-31'],
	])('in the quarter of %s', (today, from, to) =>
		expect(at(`${today}T12:00:00Z`, 'UTC')('quarter')).toEqual({ from, to }),
	);
});
