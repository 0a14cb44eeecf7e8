import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activityList } from '@/features/activities/schema';
import { companyList } from '@/features/companies/schema';
import { contactList } from '@/features/contacts/schema';
import { dealList } from '@/features/deals/schema';
import { someWhere } from '../../../tests/support/plain-filters';
import { readConditions } from './condition-text';
import { type Condition, validCondition, type Where } from './conditions';
import type { ListFields } from './list-fields';
import { searchParamsOf } from './list-params';
import { filterParams, writeWhere } from './written-conditions';

const lists = { contactList, companyList, dealList, activityList };
const [id, other] = ['01a21e94-3256-748f-9d49-e4bc0a6bb441', '01a21e94-3256-748f-9d49-e4bc0a6bb442'];
const some: Record<string, string[]> = {
	company: [id],
	contact: [other],
	tags: [id, other],
	industry: ['Ô tô, xe', '50%'],
	lostReason: ['Giá, %2C'],
	currency: ['VND'],
};
const rows = [some];

/** As the lists read it: without what is there twice, or makes no sense. */
function canonical(made: Where, fields: ListFields): Where {
	const valid = (conditions: Condition[]) =>
		conditions
			.flatMap((each) => validCondition(fields, each) ?? [])
			.filter((each, index, all) => all.findIndex((other) => isSame(each, other)) === index);
	const groups = made.groups.map(valid).filter((group) => group.length > 0);
	return { match: made.match, conditions: valid(made.conditions), groups };
}

const isSame = (one: Condition, other: Condition) => JSON.stringify(one) === JSON.stringify(other);

const inOrder = (conditions: Condition[]) =>
	conditions.map((each) => JSON.stringify([each.field, each.is, [...each.values].sort()])).sort();

describe.each(Object.entries(lists))('the conditions in the address of %s', (_, list) => {
	const { fields } = list;

	test('are read as they were written, by older parameters or by the general one', () => {
		fc.assert(
			fc.property(someWhere(fields, rows), (made) => {
				const where = canonical(made, fields);
				const query = new URLSearchParams(writeWhere(fields, where)).toString();
				const state = list.parse(searchParamsOf(query));
				const read = list.whereOf(state as never);
				expect(inOrder(read.conditions)).toEqual(inOrder(where.conditions));
				expect(read.groups.map(inOrder)).toEqual(where.groups.map(inOrder));
				const parts = where.conditions.length + 2 * where.groups.length;
				expect(read.match).toBe(parts > 1 ? where.match : 'all');
				// what the list writes, it reads as the same, and writes again
				const written = list.query(state as never);
				const again = list.parse(searchParamsOf(written.slice(1)));
				expect(list.query(again as never)).toBe(written);
				expect(inOrder(list.whereOf(again as never).conditions)).toEqual(inOrder(where.conditions));
			}),
			{ numRuns: 300 },
		);
	});

	test('are the nearest valid ones, whatever the address says', () => {
		const hostile = fc.oneof(
			fc.string({ unit: 'binary', maxLength: 40 }),
			fc
				.tuple(
					fc.constantFrom(...Object.keys(fields), '__proto__', 'constructor', 'toString'),
					fc.constantFrom('any', 'none', 'is', 'in', 'between', 'next', 'empty', 'constructor'),
					fc.string({ unit: 'binary' }),
				)
				.map(([field, is, value]) => `${field}.${is}:${value}`),
		);
		fc.assert(
			fc.property(fc.array(hostile, { maxLength: 30 }), fc.constantFrom('any', 'all', ''), (f, match) => {
				const state = list.parse({ f, match });
				const { conditions, groups } = state.where;
				const all = [...conditions, ...groups.flat()];
				expect(all.length).toBeLessThanOrEqual(20);
				for (const condition of all) expect(validCondition(fields, condition)).toEqual(condition);
				const written = list.query(state as never);
				expect(list.query(list.parse(searchParamsOf(written.slice(1))) as never)).toBe(written);
			}),
			{ numRuns: 300 },
		);
	});

	test('are cleared with all the parameters that they are written by', () => {
		const params = filterParams(fields);
		expect(new Set(params).size).toBe(params.length);
		// each of the list's own parameters belongs to a field
		expect([...params].sort()).toEqual(
			list.vocabulary.names.filter((name) => !['q', 'sort', 'view', 'group', 'cols', 'rows'].includes(name)).sort(),
		);
	});
});

test('an address holds no more conditions than fit into it', () => {
	const { fields } = contactList;
	const many = Array.from({ length: 30 }, (_, n) => `name.contains:${n}`);
	expect(readConditions(fields, many).conditions).toHaveLength(20);
	const long = Array.from({ length: 20 }, (_, n) => `name.contains:${n}${'Nguyễn '.repeat(27)}`);
	expect(readConditions(fields, long).conditions.length).toBeLessThan(10);
	expect(readConditions(fields, ['9/name.is:a', '3/name.is:b', '0/name.is:c', 'name.is:a,b']).groups).toHaveLength(2);
});

test('a value is kept with its commas and percent signs', () => {
	const where: Where = {
		match: 'all',
		conditions: [{ field: 'name', is: 'contains', values: ['a,b', '100%2C', '50%'] }],
		groups: [],
	};
	const [[, text] = []] = writeWhere(contactList.fields, where);
	expect(text).toBe('name.contains:a%2Cb,100%252C,50%25');
	expect(readConditions(contactList.fields, [text ?? '']).conditions).toEqual(where.conditions);
});

describe('the addresses of views from before are read and written as ever', () => {
	const pinned: [keyof typeof lists, string, Condition[]][] = [
		[
			'contactList',
			`company=${id}&decides=yes&authority=primary&authority=influencer&tag=${other}&silent=rhythm`,
			[
				{ field: 'company', is: 'any', values: [id] },
				{ field: 'decisionMaker', is: 'is', values: ['yes'] },
				{ field: 'authority', is: 'any', values: ['primary', 'influencer'] },
				{ field: 'tags', is: 'any', values: [other] },
				{ field: 'silence', is: 'any', values: ['rhythm'] },
			],
		],
		[
			'contactList',
			'left=no&lastFrom=2026-01-01&createdFrom=2026-02-01&createdTo=2026-03-01',
			[
				{ field: 'lastContact', is: 'from', values: ['2026-01-01'] },
				{ field: 'left', is: 'is', values: ['no'] },
				{ field: 'created', is: 'between', values: ['2026-02-01', '2026-03-01'] },
			],
		],
		[
			'companyList',
			`industry=${encodeURIComponent('Thủy sản').replaceAll('%20', '+')}&size=11-50&silent=60&lastTo=2026-05-05`,
			[
				{ field: 'industry', is: 'any', values: ['Thủy sản'] },
				{ field: 'size', is: 'any', values: ['11-50'] },
				{ field: 'lastContact', is: 'until', values: ['2026-05-05'] },
				{ field: 'silence', is: 'any', values: ['60'] },
			],
		],
		[
			'dealList',
			`stage=proposal&stage=closed_won&signal=stale&contact=${id}&currency=VND&valueFrom=1500.5&valueTo=2000&close=month&close=30days`,
			[
				{ field: 'stage', is: 'any', values: ['proposal', 'closed_won'] },
				{ field: 'signal', is: 'any', values: ['stale'] },
				{ field: 'expectedClose', is: 'in', values: ['month', 'next-30'] },
				{ field: 'value', is: 'between', values: ['1500.5VND', '2000VND'] },
				{ field: 'contact', is: 'any', values: [id] },
				{ field: 'currency', is: 'any', values: ['VND'] },
			],
		],
		[
			'dealList',
			'view=list&valueFrom=5USD&valueTo=7EUR&closeDay=none&closedFrom=2026-01-01&lostReason=Price&noReason=yes',
			[
				{ field: 'expectedClose', is: 'empty', values: [] },
				{ field: 'value', is: 'min', values: ['5USD'] },
				{ field: 'value', is: 'max', values: ['7EUR'] },
				{ field: 'closed', is: 'from', values: ['2026-01-01'] },
				{ field: 'lostReason', is: 'any', values: ['Price', ''] },
			],
		],
		[
			'activityList',
			`type=call&when=week&when=30days&from=2026-01-01&deal=${id}`,
			[
				{ field: 'type', is: 'any', values: ['call'] },
				{ field: 'at', is: 'in', values: ['week', 'last-30'] },
				{ field: 'at', is: 'from', values: ['2026-01-01'] },
				{ field: 'deal', is: 'any', values: [id] },
			],
		],
	];

	test.each(pinned)('of %s: %s', (name, query, conditions) => {
		const list = lists[name];
		const state = list.parse(searchParamsOf(query));
		expect(list.query(state as never)).toBe(`?${query}`);
		expect(state.where).toEqual({ match: 'all', conditions: [], groups: [] });
		expect(list.whereOf(state as never).conditions).toEqual(conditions);
	});
});

test('what narrows a list of which any part is enough narrows it as a whole', () => {
	const state = dealList.parse(searchParamsOf('view=list&stage=proposal&f=name.contains:kho&match=any'));
	const narrowed = dealList.query(state, { filters: { ...state.filters, currency: ['VND'] } });
	expect(narrowed).toBe('?view=list&currency=VND&f=1%2Fstage.any%3Aproposal&f=1%2Fname.contains%3Akho');
	const { match, conditions, groups } = dealList.whereOf(dealList.parse(searchParamsOf(narrowed.slice(1))));
	expect({ match, fields: conditions.map(({ field }) => field), group: groups[0]?.map(({ field }) => field) }).toEqual({
		match: 'all',
		fields: ['currency'],
		group: ['stage', 'name'],
	});
});
