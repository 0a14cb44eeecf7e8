import { expect, test } from 'vitest';
import { decisionHint } from './decision-hint';

test('says what is missing for a decision', () => {
	expect(decisionHint({ deciders: 0, days: null })).toMatch(/^Nobody is marked/);
	expect(decisionHint({ deciders: 2, days: null })).toBe('Nobody who decides has been contacted yet.');
	expect(decisionHint({ deciders: 2, days: 59 })).toBeNull();
	expect(decisionHint({ deciders: 2, days: 60 })).toBe('Nobody who decides has been contacted for 60 days.');
});
