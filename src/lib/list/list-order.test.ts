import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readOrder, withSort, writeOrder } from './list-order';

const sorts = { name: 'asc', company: 'asc', created: 'desc', size: 'asc', value: 'desc' } as const;

test('an order is read as it was written', () => {
	const order = fc
		.tuple(fc.shuffledSubarray(Object.keys(sorts) as (keyof typeof sorts)[], { maxLength: 4 }), fc.array(fc.boolean()))
		.map(([columns, turned]) =>
			columns.map((sort, place) => ({ sort, direction: turned[place] ? ('desc' as const) : ('asc' as const) })),
		);
	fc.assert(
		fc.property(order, (each) => {
			expect(readOrder(writeOrder(each), sorts)).toEqual(each);
		}),
	);
});

test('what a list cannot be sorted by is left out, and each column counts once', () => {
	expect(readOrder('company,name.up,__proto__.asc,company.desc,x', sorts)).toEqual([
		{ sort: 'company', direction: 'asc' },
		{ sort: 'name', direction: 'asc' },
	]);
	for (const text of ['', ',', 'constructor.asc', "name' OR 1=1", '\0']) expect(readOrder(text, sorts)).toEqual([]);
	expect(readOrder(Object.keys(sorts).join(), sorts)).toHaveLength(4);
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			for (const { sort, direction } of readOrder(text, sorts)) {
				expect(Object.keys(sorts)).toContain(sort);
				expect(['asc', 'desc']).toContain(direction);
			}
		}),
	);
});

test('a further column comes last, turns around, and goes', () => {
	expect(withSort('name.asc', 'created.desc')).toBe('name.asc,created.desc');
	expect(withSort('name.asc,created.desc', 'created.desc')).toBe('name.asc,created.asc');
	expect(withSort('name.asc,created.asc', 'created.desc')).toBe('name.asc');
	expect(withSort('name.asc,created.desc', 'name.asc')).toBe('name.desc,created.desc');
	expect(withSort('name.desc,created.desc', 'name.asc')).toBe('name.asc,created.desc');
	expect(withSort('name.asc,company.asc,size.asc,value.desc', 'created.desc')).toBe(
		'name.asc,company.asc,size.asc,created.desc',
	);
});
