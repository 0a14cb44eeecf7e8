import { expect, test } from 'vitest';
import { dueDay } from './rhythm';

test.each([
	['2026-11-25', 'weekly', '2026-12-02'],
	['2026-12-20', 'biweekly', '2027-01-03'],
	['2026-11-03', 'monthly', '2026-12-03'],
	['2026-01-31', 'monthly', '2026-02-28'],
	['2028-01-31', 'monthly', '2028-02-29'],
	['2026-12-31', 'monthly', '2027-01-31'],
	['2026-11-30', 'quarterly', '2027-02-28'],
	['2026-08-31', 'half_yearly', '2027-02-28'],
] as const)('who was spoken to on %s and wants to be %s is due on %s', (last, rhythm, due) => {
	expect(dueDay(last, rhythm)).toBe(due);
});
