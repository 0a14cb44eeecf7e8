import { describe, expect, test } from 'vitest';
import { type Condition, noConditions, type Where } from '@/lib/list/conditions';
import { besides, conditionAt, movedTo, placeOn, placesOf, withCondition } from './filter-edits';

const on = (field: string): Condition => ({ field, is: 'empty', values: [] });
const [stage, value, name] = [on('stage'), on('value'), on('name')];
const where: Where = { match: 'all', conditions: [stage], groups: [[value], [name, stage]] };

describe('a change of a list’s conditions', () => {
	test('adds a condition behind the others, or in a new group', () => {
		expect(withCondition(where, { group: 0, index: -1 }, name)).toEqual([
			{ ...where, conditions: [stage, name] },
			{ group: 0, index: 1 },
		]);
		expect(withCondition(where, { group: 3, index: -1 }, name)).toEqual([
			{ ...where, groups: [[value], [name, stage], [name]] },
			{ group: 3, index: 0 },
		]);
	});

	test('replaces one, or takes it away with its group', () => {
		expect(withCondition(where, { group: 2, index: 0 }, value)[0].groups).toEqual([[value], [value, stage]]);
		expect(withCondition(where, { group: 1, index: 0 }, null)).toEqual([
			{ ...where, groups: [[name, stage]] },
			{ group: 1, index: -1 },
		]);
		expect(withCondition(where, { group: 0, index: -1 }, null)[0]).toEqual(where);
	});

	test('moves one to another group, which may move up meanwhile', () => {
		const [moved, place] = movedTo(where, { group: 1, index: 0 }, 2);
		expect(moved.groups).toEqual([[name, stage, value]]);
		expect(conditionAt(moved, place)).toBe(value);
		const [out] = movedTo(where, { group: 2, index: 0 }, 0);
		expect(out).toEqual({ match: 'all', conditions: [stage, name], groups: [[value], [stage]] });
	});

	test('names the place of each', () => {
		expect(placesOf(where).map(({ place }) => place)).toEqual([
			{ group: 0, index: 0 },
			{ group: 1, index: 0 },
			{ group: 2, index: 0 },
			{ group: 2, index: 1 },
		]);
		expect(placeOn(where, 2, 'stage')).toEqual({ group: 2, index: 1 });
		expect(placeOn(where, 1, 'stage')).toEqual({ group: 1, index: -1 });
	});
});

test('what must hold besides a condition is all else, without its alternatives', () => {
	const one = { group: 0, index: 0 };
	expect(besides(where, one)).toEqual({ ...where, conditions: [] });
	expect(besides(where, { group: 0, index: -1 })).toEqual(where);
	expect(besides(where, { group: 2, index: 0 })).toEqual({ ...where, groups: [[value]] });
	expect(besides(where, { group: 3, index: -1 })).toEqual(where);
	const any: Where = { ...where, match: 'any' };
	expect(besides(any, one)).toEqual(noConditions);
	expect(besides(any, { group: 2, index: 1 })).toEqual({ ...noConditions, conditions: [name] });
	expect(besides(any, { group: 3, index: -1 })).toEqual(noConditions);
});
