import { expect, test } from 'vitest';
import { promiseWords } from './promise-words';

const settings = { locale: 'en-US', timeZone: 'Asia/Ho_Chi_Minh' };
const words = (due: string | null, doneAt?: string) =>
	promiseWords(
		{ dueOn: due?.slice(0, 10) ?? null, dueTime: due?.slice(11) || null, doneAt: doneAt ? new Date(doneAt) : null },
		'2026-11-28',
		settings,
	);

test.each([
	[null, undefined, 'Open, no date', false],
	['2026-11-28', undefined, 'Open, due today', false],
	['2026-12-02', undefined, 'Open, due Dec 2, 2026', false],
	['2026-11-28T09:30', undefined, 'Open, due today at 9:30 AM', false],
	['2026-12-02T14:00', undefined, 'Open, due Dec 2, 2026, 2:00 PM', false],
	['2026-11-27', undefined, 'Open, 1 day overdue', true],
	['2026-11-01', undefined, 'Open, 27 days overdue', true],
	[null, '2026-11-20T03:00:00Z', 'Done Nov 20, 2026', false],
	['2026-11-20', '2026-11-20T03:00:00Z', 'Done Nov 20, 2026', false],
	['2026-11-18', '2026-11-20T03:00:00Z', 'Done Nov 20, 2026, 2 days late', true],
	// in the user's day it was the next one already
	['2026-11-20', '2026-11-20T18:00:00Z', 'Done Nov 21, 2026, 1 day late', true],
])('a promise for %s that was kept at %s: %s', (due, doneAt, text, isLate) => {
	expect(words(due, doneAt)).toEqual({ text, isLate });
});
