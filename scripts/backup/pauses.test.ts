import { expect, test } from 'vitest';
import { pauseAfter } from './pauses.ts';

test('a backup that never works is tried soon again, and a handful of times a day', () => {
	const tries: number[] = [];
	for (let at = 0; at < 24 * 60; at += pauseAfter(tries.length) / 60_000) tries.push(at);
	expect(tries.slice(0, 4)).toEqual([0, 10, 30, 70]);
	expect(tries.length).toBeLessThan(10);
	expect(pauseAfter(1_000)).toBe(6 * 3_600_000);
});
