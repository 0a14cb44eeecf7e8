import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { customName, type FieldType } from '@/domain/custom-fields/custom-field-types';
import type { Metadata } from '@/domain/custom-fields/metadata';
import { companyListOf } from '@/features/companies/server/company-list';
import { listCompanies } from '@/features/companies/server/company-queries';
import type { UserId } from '@/lib/auth/session';
import { writeCondition } from '@/lib/list/condition-text';
import type { Direction } from '@/lib/list/list-order';
import { fold } from '@/lib/list/search';
import { makeAccount } from '../support/accounts';
import {
	amountOf,
	asked,
	emptiness,
	gone,
	makeCustomRows,
	meets,
	named,
	options,
	type Row,
	types,
	valueIn,
} from '../support/custom-field-rows';

// Companies with a custom field of every type, filtered, sorted and grouped: as plain JavaScript does it over all of them.

let lan: UserId;
let rows: Row[];

beforeAll(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	rows = await makeCustomRows(lan);
});

async function idsOf(params: Record<string, string | string[]>): Promise<string[]> {
	const list = await companyListOf(lan);
	const found: string[] = [];
	for (let page = 1, more = true; more; page++) {
		const read = await listCompanies(lan, list.parse({ ...params, page: String(page) }), 'UTC');
		found.push(...read.rows.map((row) => row.id));
		more = read.more;
	}
	return found;
}

describe('a list by custom fields has the rows that plain JavaScript finds', () => {
	test.for(types)('filtered by %s', async (type) => {
		const condition = fc.oneof(asked[type], ...(type === 'yes' ? [] : [emptiness]));
		await fc.assert(
			fc.asyncProperty(fc.array(condition, { minLength: 1, maxLength: 2 }), async (conditions) => {
				const f = conditions.map((each) => writeCondition({ field: named(type), ...each }));
				const expected = rows.filter((row) => conditions.every((each) => meets(row, type, each)));
				expect((await idsOf({ f })).toSorted()).toEqual(expected.map((row) => row.id).toSorted());
			}),
			{ numRuns: 25 },
		);
	});

	const sorts: FieldType[] = ['text', 'link', 'number', 'amount', 'date', 'yes', 'choice'];
	const cases = sorts.flatMap((type) => (['asc', 'desc'] as const).map((direction) => ({ type, direction })));
	test.for(cases)('sorted by $type, $direction, alone and with a filter', async ({ type, direction }) => {
		const expected = rows.toSorted((one, other) => compare(one, other, type, direction)).map((row) => row.id);
		const sort = `${named(type)}.${direction}`;
		expect(await idsOf({ sort })).toEqual(expected);
		const filled = rows.filter((row) => valueIn(row, 'date') !== undefined).map((row) => row.id);
		expect(await idsOf({ sort, f: `${named('date')}.filled` })).toEqual(
			expected.filter((each) => filled.includes(each)),
		);
	});

	test.for(['choice', 'yes'] as const)(
		'grouped by %s, with the count of each group and the sums of amounts',
		async (type) => {
			const list = await companyListOf(lan);
			const state = list.parse({ group: named(type), cols: `name,${named('amount')},${named('number')}`, rows: '100' });
			const { rows: found, groups, sums } = await listCompanies(lan, state, 'UTC');
			const keyOf = (row: Row) => {
				const value = valueIn(row, type);
				return typeof value === 'boolean' ? String(value) : ((value ?? null) as string | null);
			};
			expect(found.map(({ groupKey }) => groupKey)).toEqual(
				rows.toSorted((one, other) => compare(one, other, type, 'asc')).map(keyOf),
			);
			for (const key of new Set(rows.map(keyOf))) {
				const own = rows.filter((row) => keyOf(row) === key);
				expect(groups.filter((each) => each.key === key).reduce((all, { count }) => all + count, 0)).toBe(own.length);
				for (const currency of ['USD', 'VND', 'EUR']) {
					const amounts = own
						.map((row) => amountOf(valueIn(row, 'amount')))
						.filter((each) => each.currency === currency);
					const sum = groups.find((each) => each.key === key && each.per === currency)?.sums[named('amount')]?.[0];
					expect(Number(sum ?? 0)).toBe(amounts.reduce((all, { amount }) => all + amount, 0));
				}
			}
			const numbers = rows.flatMap((row) => valueIn(row, 'number') ?? []).map(Number);
			const sum = sums.find((each) => each.sums[named('number')])?.sums[named('number')]?.[0];
			expect(Number(sum)).toBe(numbers.reduce((all, number) => all + number, 0));
		},
	);

	test('a condition on a field that is gone is met by no row', async () => {
		expect(await idsOf({ f: `${customName(gone)}.lacks:x` })).toEqual([]);
	});
});

/** The order of two rows; those without a value come last, and rows of one value by their id. */
function compare(one: Row, other: Row, type: FieldType, direction: Direction): number {
	const turn = direction === 'asc' ? 1 : -1;
	const order = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0);
	const [a, b] = [valueIn(one, type), valueIn(other, type)];
	const byId = order(one.id, other.id) * turn;
	if (a === undefined || b === undefined) return a === b ? byId : a === undefined ? 1 : -1;
	if (type === 'amount') {
		const [first, second] = [amountOf(a), amountOf(b)];
		const rank = ({ currency }: { currency: string }) => (currency === 'USD' ? '' : currency);
		return order(rank(first), rank(second)) || order(first.amount, second.amount) * turn || byId;
	}
	const key = (value: Metadata[string]): string | number => {
		if (type === 'choice') return options.choice.indexOf(String(value));
		if (typeof value === 'number' || typeof value === 'boolean') return Number(value);
		return type === 'date' ? String(value) : fold(String(value));
	};
	return order(key(a), key(b)) * turn || byId;
}
