import { expect, test } from 'vitest';
import { dayFromToday } from './dates-ago';

test('a day near today is said in words, one further away by its date', () => {
	const said = (day: string) => dayFromToday(day, '2026-11-30', 'en-US');
	expect(
		['2026-11-30', '2026-11-29', '2026-11-28', '2026-11-17', '2026-11-16', '2026-09-29', '2026-09-28'].map(said),
	).toEqual(['Today', 'Yesterday', '2 days ago', '13 days ago', '2 weeks ago', '8 weeks ago', 'Sep 28, 2026']);
	expect(['2026-12-01', '2026-12-02', '2026-12-13', '2026-12-14', '2028-02-29'].map(said)).toEqual([
		'Tomorrow',
		'In 2 days',
		'In 13 days',
		'Dec 14, 2026',
		'Feb 29, 2028',
	]);
});
