import { expect, test } from 'vitest';
import { decisionHint } from './decision-hint';

const now = new Date('2026-11-25T10:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

test('says what is missing for a decision', () => {
	expect(decisionHint({ deciders: 0, lastContactAt: null }, now)).toMatch(/^Nobody is marked/);
	expect(decisionHint({ deciders: 2, lastContactAt: null }, now)).toBe('Nobody who decides has been contacted yet.');
	expect(decisionHint({ deciders: 2, lastContactAt: daysAgo(59.9) }, now)).toBeNull();
	expect(decisionHint({ deciders: 2, lastContactAt: daysAgo(60) }, now)).toBe(
		'Nobody who decides has been contacted for 60 days.',
	);
	// a meeting that is planned
	expect(decisionHint({ deciders: 1, lastContactAt: daysAgo(-3) }, now)).toBeNull();
});
