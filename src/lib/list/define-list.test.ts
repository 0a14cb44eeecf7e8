import { expect, test } from 'vitest';
import type { AddedName } from './added-names';
import { fitsField } from './conditions';
import { defineList } from './define-list';
import { anyText } from './list-filters';
import { type AddedToList, searchParamsOf } from './list-params';

const taxCode: AddedName = 'cf_0194f3a0b7c87d1e9a2b3c4d5e6f7a8b';
const source: AddedName = 'cf_0194f3a0b7c87d1e9a2b3c4d5e6f7a8c';
const [trade, referral, gone] = [1, 2, 3].map((each) => `0194f3a0-b7c8-7d1e-9a2b-00000000000${each}`);

const companies = defineList({
	filters: { industry: anyText(100) },
	fields: { name: { label: 'Company name', kind: 'text' }, industry: { label: 'Industry', kind: 'text' } },
	sorts: { name: 'asc', created: 'desc' },
	defaultSort: 'name',
	columns: { usual: ['name', 'industry'], more: ['created'] },
	groups: ['industry'],
});
const added: AddedToList = {
	fields: {
		[taxCode]: { label: 'Tax code', kind: 'text' },
		[source]: {
			label: 'Lead source',
			kind: 'choice',
			ownOptions: true,
			options: [
				{ value: referral ?? '', label: 'Referral' },
				{ value: trade ?? '', label: 'Trade fair' },
			],
		},
	},
	sorts: { [taxCode]: 'asc', [source]: 'asc' },
	groups: [source],
	usual: [taxCode],
};
const own = companies.extend(added);
const address = `?f=${taxCode}.contains%3A3702&f=${source}.any%3A${gone}%2C${trade}%2C${referral}&sort=${source}.desc%2Cname.asc&group=${source}&cols=name%2C${taxCode}-180`;

test('an account’s own fields are in its list: as columns, sorts, groups and conditions', () => {
	const state = own.parse(searchParamsOf(address));
	expect(state).toMatchObject({
		sort: source,
		direction: 'desc',
		further: [{ sort: 'name', direction: 'asc' }],
		group: source,
		columns: [{ id: 'name' }, { id: taxCode, width: 180 }],
	});
	expect(state.where.conditions).toEqual([
		{ field: taxCode, is: 'contains', values: ['3702'] },
		// in the order of the options, and one that is gone still counts
		{ field: source, is: 'any', values: [referral, trade, gone] },
	]);
	expect(own.columns).toEqual({ usual: ['name', 'industry', taxCode], more: ['created', source] });
	expect(own.parse(searchParamsOf(own.query(state)))).toEqual(state);
	expect(companies.extend(added)).toBe(own);
});

test('an address keeps the fields of an account that is not known yet', () => {
	const { anyAccount } = companies;
	const state = anyAccount.parse(searchParamsOf(address));
	expect(own.parse(searchParamsOf(anyAccount.query(state)))).toEqual(own.parse(searchParamsOf(address)));
	expect(anyAccount.query(anyAccount.parse(searchParamsOf('?sort=cf_x.asc&group=cf_1&cols=cf_2&f=cf_3.filled')))).toBe(
		'',
	);
});

test('a condition on a field that is gone stays, so that the list has not more than was asked for; its column and order go', () => {
	const without = companies.extend({ fields: {}, sorts: {}, groups: [], usual: [] });
	const state = without.parse(searchParamsOf(address));
	expect(state).toMatchObject({ sort: 'name', further: [], group: '', columns: [{ id: 'name' }] });
	expect(state.where.conditions.map(({ field }) => field)).toEqual([taxCode, source]);
	expect(without.parse(searchParamsOf(without.query(state)))).toEqual(state);
});

test('a list without fields of an account knows none', () => {
	expect(companies.query(companies.parse(searchParamsOf(address)))).toBe('?cols=name');
});

test('numbers of an account’s own have up to 15 digits, others as many as the database has room for', () => {
	const wide = companies.extend({
		...added,
		fields: { [taxCode]: { label: 'Serial number', kind: 'number', wide: true } },
		usual: [],
	});
	const asked = (value: string) =>
		wide.parse({ f: `${taxCode}.min:${value}` }).where.conditions.map((each) => fitsField(wide.fields[taxCode], each));
	expect(['123456789012345', '-1.123456', '12'].map(asked)).toEqual([[true], [true], [true]]);
	expect(['1234567890123456', '1.1234567', '1e3', ''].map(asked)).toEqual([[false], [false], [false], []]);
});

test('a condition stays where its field becomes one of another type, which it does not fit, and is as it was where that is undone', () => {
	const as = (kind: 'text' | 'number' | 'date' | 'yes') =>
		companies.extend({
			...added,
			fields: { [taxCode]: { label: 'Tax code', kind } },
			sorts: {},
			groups: [],
			usual: [],
		});
	const [text, number] = [as('text'), as('number')];
	const state = text.parse(searchParamsOf(`?f=${taxCode}.contains%3A3702`));
	const later = number.parse(searchParamsOf(number.query(text.parse(searchParamsOf(text.query(state))))));
	expect(later.where).toEqual(state.where);
	expect(text.parse(searchParamsOf(number.query(later)))).toEqual({ ...state, added: expect.anything() });
	const fits = later.where.conditions.map((each) =>
		[text, number].map((list) => fitsField(list.fields[taxCode], each)),
	);
	expect(fits).toEqual([[true, false]]);
	// what both types can be asked for is asked for
	const equal = number.parse(searchParamsOf(`?f=${taxCode}.is%3A12`)).where.conditions[0];
	expect(equal && fitsField(as('text').fields[taxCode], equal)).toBe(true);
});
