import { describe, expect, test } from 'vitest';
import { closedOf, daysByStage, pathOf } from './deal-path';

const step = (to: 'prospecting' | 'proposal' | 'closed_won', at: string) => ({ id: at, to, at: new Date(at) });
const now = new Date('2026-11-25T10:00:00Z');
const createdAt = new Date('2026-11-01T00:00:00Z');

describe('a deal’s path', () => {
	test('counts the days of each stay in the user’s calendar', () => {
		const stageChanges = [
			step('prospecting', '2026-11-01T16:30:00Z'),
			step('proposal', '2026-11-01T17:30:00Z'),
			step('prospecting', '2026-11-10T03:00:00Z'),
		];
		const deal = { stage: 'prospecting' as const, createdAt, stageChanges };
		// in Vietnam the first step was an hour before midnight
		const path = pathOf(deal, 'Asia/Ho_Chi_Minh', now);
		expect(path.map(({ stage, days, present }) => [stage, days, present])).toEqual([
			['prospecting', 1, false],
			['proposal', 8, false],
			['prospecting', 15, true],
		]);
		expect(daysByStage(path)).toEqual({ prospecting: 16, proposal: 8 });
		expect(pathOf(deal, 'UTC', now)[0]?.days).toBe(0);
	});

	test('does not grow any more once the deal is closed', () => {
		const stageChanges = [step('proposal', '2026-11-01T03:00:00Z'), step('closed_won', '2026-11-05T03:00:00Z')];
		const path = pathOf({ stage: 'closed_won', createdAt, stageChanges }, 'UTC', now);
		expect(daysByStage(path)).toEqual({ proposal: 4 });
	});

	test('begins with the deal where no step is known', () => {
		const path = pathOf({ stage: 'proposal', createdAt, stageChanges: [] }, 'UTC', now);
		expect(path).toMatchObject([{ stage: 'proposal', days: 24, present: true }]);
	});

	test('of a closed deal tells when it was closed, and where it would be reopened', () => {
		const settings = { locale: 'en-GB', timeZone: 'Asia/Ho_Chi_Minh' };
		const stageChanges = [step('prospecting', '2026-11-01T03:00:00Z'), step('proposal', '2026-11-03T03:00:00Z')];
		const deal = { stage: 'closed_won' as const, createdAt, stageChanges };
		expect(closedOf(pathOf({ ...deal, stage: 'proposal' }, 'UTC', now), null, settings)).toBeNull();
		const won = [...stageChanges, step('closed_won', '2026-11-08T18:00:00Z')];
		// it was moved some days after it was won
		const closedAt = new Date('2026-11-05T18:00:00Z');
		expect(closedOf(pathOf({ ...deal, stageChanges: won }, 'UTC', now), closedAt, settings)).toEqual({
			from: 'proposal',
			day: '6 Nov 2026',
		});
		// one that began as won
		expect(closedOf(pathOf({ ...deal, stageChanges: [] }, 'UTC', now), createdAt, settings)).toEqual({
			from: 'prospecting',
			day: '1 Nov 2026',
		});
	});
});
