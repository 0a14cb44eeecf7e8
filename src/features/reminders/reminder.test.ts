import { expect, test } from 'vitest';
import { comeSince, type Reminder, withCount } from './reminder';

const reminder = (at: string): Reminder => ({
	...{ key: at, at, time: '9:30 AM', title: 'Gọi chị Lan', who: null, path: '/dashboard' },
});

test('says how many are due before a title, once', () => {
	expect(withCount('Companies · MiniCRM', 3)).toBe('(3) Companies · MiniCRM');
	expect(withCount('(3) Companies · MiniCRM', 4)).toBe('(4) Companies · MiniCRM');
	expect(withCount('(99+) Companies · MiniCRM', 0)).toBe('Companies · MiniCRM');
	expect(withCount('MiniCRM', 1200)).toBe('(99+) MiniCRM');
	// a name that looks like one has it itself
	expect(withCount('(a) Hoa Sen · MiniCRM', 1)).toBe('(1) (a) Hoa Sen · MiniCRM');
});

test('has come where its moment lies after the last look, up to now', () => {
	const all = ['2026-12-04T02:30:00.000Z', '2026-12-04T02:31:00.000Z', '2026-12-04T03:00:00.000Z'].map(reminder);
	const [first = 0, second = 0] = all.map(({ at }) => Date.parse(at));
	expect(comeSince(all, first, second).map(({ key }) => key)).toEqual(['2026-12-04T02:31:00.000Z']);
	expect(comeSince(all, first - 1, first).map(({ key }) => key)).toEqual(['2026-12-04T02:30:00.000Z']);
	expect(comeSince(all, second, second + 1)).toEqual([]);
});
