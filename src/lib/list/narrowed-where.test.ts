import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dealList } from '@/features/deals/schema';
import type { Condition } from './conditions';
import { searchParamsOf } from './list-params';
import { asGroups, isReadWhole } from './narrowed-where';

const named = (text: string): Condition => ({ field: 'name', is: 'contains', values: [text] });
const conditions = (most: number) => fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e').map(named), { maxLength: most });

test('any of some parts is the same as all of their groups, whatever holds', () => {
	fc.assert(
		fc.property(
			conditions(3),
			fc.array(
				conditions(3).filter((group) => group.length > 0),
				{ maxLength: 3 },
			),
			fc.subarray(['a', 'b', 'c', 'd', 'e']),
			(alone, groups, known) => {
				fc.pre(alone.length + groups.length > 0);
				const holds = ({ values }: Condition) => known.includes(values[0] ?? '');
				const all = asGroups(dealList.fields, { match: 'any', conditions: alone, groups });
				if (!all) return;
				expect(all.every((group) => group.some(holds))).toBe(
					alone.some(holds) || groups.some((group) => group.every(holds)),
				);
			},
		),
	);
});

const asked = (query: string) => dealList.parse(searchParamsOf(`view=list&match=any&${query}`));

test('a list of which any part suffices is narrowed with its groups', () => {
	const state = asked('f=name.contains:kho&f=1/currency.any:VND&f=1/stage.any:proposal');
	expect(dealList.canNarrow(state)).toBe(true);
	const query = dealList.query(state, { filters: { ...state.filters, stage: ['negotiation'] } });
	const { where, filters } = dealList.parse(searchParamsOf(query.slice(1)));
	expect(filters.stage).toEqual(['negotiation']);
	expect(where).toEqual({
		match: 'all',
		conditions: [],
		groups: [
			[named('kho'), { field: 'currency', is: 'any', values: ['VND'] }],
			[named('kho'), { field: 'stage', is: 'any', values: ['proposal'] }],
		],
	});
});

test('one whose groups would become too many says so', () => {
	const groups = [1, 2, 3, 4].map((group) =>
		['a', 'b'].map((text) => `f=${group}/name.contains:${group}${text}`).join('&'),
	);
	expect(dealList.canNarrow(asked(groups.slice(0, 2).join('&')))).toBe(true);
	expect(dealList.canNarrow(asked(groups.join('&')))).toBe(false);
});

test('more conditions than an address can have are noticed', () => {
	const many = (count: number) => ({
		match: 'all' as const,
		conditions: Array.from({ length: count }, (_, n) => named(`n${n}`)),
		groups: [],
	});
	expect(isReadWhole(dealList.fields, many(20))).toBe(true);
	expect(isReadWhole(dealList.fields, many(21))).toBe(false);
	expect(isReadWhole(dealList.fields, { match: 'all', conditions: [named('a'), named('a')], groups: [] })).toBe(true);
	expect(
		isReadWhole(dealList.fields, {
			match: 'all',
			conditions: [named('ế'.repeat(199)), named('ệ'.repeat(199)), named('ễ'.repeat(199))],
			groups: [],
		}),
	).toBe(false);
});
