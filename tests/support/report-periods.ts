import fc from 'fast-check';
import { expect } from 'vitest';
import { spanOf } from '@/features/reports/report-periods';
import { parseReports, periods } from '@/features/reports/schema';
import { type Days, dayIn, daysLater } from '@/lib/dates/dates';
import { moneyOf } from './random-sales';

// What the tests of reports over random accounts share.

/** A machine that is too slow for all of them is told so; fewer prove less. */
export const runs = { numRuns: 25, interruptAfterTimeLimit: 100_000, markInterruptAsFailure: true };
export const timeLimit = 150_000;

export const someState = fc.record({
	period: fc.constantFrom(...periods),
	from: fc.integer({ min: 0, max: 500 }),
	length: fc.integer({ min: 0, max: 200 }),
});

type Chosen = typeof someState extends fc.Arbitrary<infer Made> ? Made : never;

export function spanFor({ period, from, length }: Chosen, today: string) {
	const first = daysLater(today, -from);
	return spanOf(parseReports({ period, from: first, to: daysLater(first, length) }), today);
}

export const sum = (amounts: bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);
export const isOn = (at: Date | null, { from, to }: Days, timeZone: string) => {
	const day = at && dayIn(at, timeZone);
	return day !== null && from <= day && day <= to;
};
export const sameMoney = (shown: string, cents: bigint) => expect(Number(shown)).toBe(Number(moneyOf(cents)));
