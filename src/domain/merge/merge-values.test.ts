import { describe, expect, test } from 'vitest';
import { proposeKept } from './merge-values';

const older = new Date('2025-01-10');
const newer = new Date('2026-11-20');

describe('of two records that are merged', () => {
	test.each([
		['the one with more deals and activities', { records: 0, createdAt: older }, { records: 3, createdAt: newer }, 1],
		[
			'the one that was opened, where it has more',
			{ records: 4, createdAt: newer },
			{ records: 3, createdAt: older },
			0,
		],
		['the older of two that have as much', { records: 2, createdAt: newer }, { records: 2, createdAt: older }, 1],
		[
			'the one that was opened, where even their days are the same',
			{ records: 2, createdAt: older },
			{ records: 2, createdAt: older },
			0,
		],
	] as const)('%s is proposed to stay', (_, one, other, kept) => {
		expect(proposeKept([one, other], [['Bình Minh', 'Bình Minh']])).toBe(kept);
	});

	test('a field that is filled in counts like a record, an empty one does not', () => {
		const even = { records: 1, createdAt: older };
		expect(
			proposeKept(
				[even, even],
				[
					['', '0901 234 567'],
					[null, null],
					[undefined, 'Hoa Sen'],
				],
			),
		).toBe(1);
		const busy = { records: 4, createdAt: newer };
		expect(
			proposeKept(
				[even, busy],
				[
					['Một', null],
					['Hai', null],
				],
			),
		).toBe(1);
	});
});
