import { expect, test } from 'vitest';
import { decisionHint } from './decision-hint';

test('says what is missing for a decision', () => {
	expect(decisionHint({ deciders: 0, days: null })).toMatch(/^No decision maker yet\./);
	expect(decisionHint({ deciders: 2, days: null })).toBe('No decision maker has been contacted yet.');
	expect(decisionHint({ deciders: 2, days: 59 })).toBeNull();
	expect(decisionHint({ deciders: 2, days: 60 })).toBe('No decision maker has been contacted in 60 days.');
});
