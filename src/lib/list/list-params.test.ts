import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defineList } from './define-list';
import { shownColumns, writeColumns } from './list-columns';
import { amount, day, lastOf, oneOf } from './list-filters';
import { type SearchParams, searchParamsOf } from './list-params';

const list = defineList({
	filters: { stage: oneOf('proposal', 'negotiation') },
	fields: {},
	sorts: { name: 'asc', created: 'desc' },
	defaultSort: 'name',
	columns: { usual: ['name', 'company'], more: ['created'] },
	groups: ['company', 'stage'],
});

describe('a list’s address', () => {
	test('says nothing where everything is as usual', () => {
		const state = list.parse({});
		expect(state).toEqual({
			q: '',
			sort: 'name',
			direction: 'asc',
			page: 1,
			view: '',
			saved: '',
			filters: { stage: [] },
			where: { match: 'all', conditions: [], groups: [] },
			further: [],
			group: '',
			rows: 20,
			columns: null,
			remembered: null,
		});
		expect(list.query(state)).toBe('');
	});

	test('reads what it wrote', () => {
		const state = list.parse({ q: 'Đặng & Söhne', sort: 'created.asc', page: '3', stage: ['negotiation', 'proposal'] });
		expect(list.parse(searchParamsOf(list.query(state, { page: 3 })))).toEqual(state);
	});

	test('reads what it wrote of the order, the columns, the groups and the number of rows', () => {
		const choices = fc.record({
			sort: fc.constantFrom('name.asc', 'name.desc', 'created.desc,name.asc', 'name.desc,created.asc', 'x', ''),
			cols: fc.constantFrom('', 'created', 'company-90,created', 'name-300', 'name,company', 'x,y'),
			group: fc.constantFrom('', 'company', 'stage', 'name', '__proto__'),
			rows: fc.constantFrom('', '20', '50', '100', '1000', '-1', '50.0'),
		});
		fc.assert(
			fc.property(choices, (params) => {
				const state = list.parse(params);
				expect(list.parse(searchParamsOf(list.query(state)))).toEqual(state);
				expect([20, 50, 100]).toContain(state.rows);
				expect(['', 'company', 'stage']).toContain(state.group);
			}),
		);
		expect(list.query(list.parse({ sort: 'name.asc', cols: '', group: '', rows: '20' }))).toBe('');
		// the last page that has a number, as far as rows are counted
		expect(list.parse({ rows: '50', page: '300' }).page).toBe(200);
	});

	test('the columns of the address come first, then those of a view, then those of the browser', () => {
		const remembered = 'created-200';
		const shown = (params: SearchParams) => writeColumns(shownColumns(list.parse(params), list.columns));
		const saved = '01a20652-1de7-7269-8660-85675f019ffc';
		expect(shown({})).toBe('name,company');
		expect(shown({ remembered })).toBe('name,created-200');
		expect(shown({ remembered, saved: 'none' })).toBe('name,created-200');
		expect(shown({ remembered, cols: 'company' })).toBe('name,company');
		expect(shown({ remembered, saved })).toBe('name,company');
		// and are written into no link
		expect(list.query(list.parse({ remembered }))).toBe('');
	});

	test('a page far into the list is named by the row beside it, and by its number no further than the count goes', () => {
		const id = '01a21e94-3256-748f-9d49-e4bc0a6bb441';
		const state = list.parse({ page: '501', after: id });
		expect(state).toMatchObject({ page: 501, cursor: { side: 'after', id } });
		expect(list.query(state, { page: 502, cursor: { side: 'before', id } })).toBe(`?page=502&before=${id}`);
		expect(list.query(state, { sort: 'created' })).toBe('?sort=created.asc');
		expect(list.parse({ page: '501', after: 'x' })).toMatchObject({ page: 500 });
		expect(list.parse({ page: '501', after: 'x' }).cursor).toBeUndefined();
	});

	test('a change leads to the first page', () => {
		const state = list.parse({ page: '7' });
		expect(list.query(state, { q: 'lan' })).toBe('?q=lan');
	});

	test('carries along which saved view the list was opened as, whatever is changed', () => {
		const saved = '01a20652-1de7-7269-8660-85675f019ffc';
		expect(list.query(list.parse({ saved, page: '2' }), { q: 'lan' })).toBe(`?q=lan&saved=${saved}`);
		expect(list.query(list.parse({ saved: saved.toUpperCase() }))).toBe(`?saved=${saved}`);
		expect(list.query(list.parse({ saved: 'none', stage: 'proposal' }), { filters: { stage: [] } })).toBe(
			'?saved=none',
		);
		for (const nothing of ['', 'all', 'x', "' OR 1=1", '\0']) expect(list.parse({ saved: nothing }).saved).toBe('');
	});

	test('a click turns the order of the present column around and starts another in its own', () => {
		const state = list.parse({ sort: 'name' });
		expect(list.toggled(state, 'name')).toBe('desc');
		expect(list.toggled(state, 'created')).toBe('desc');
	});

	test('anything else becomes the nearest valid list', () => {
		const value = fc.oneof(
			fc.string(),
			fc.array(fc.string()),
			fc.constantFrom('name.asc', '-1', '1e9', '__proto__', 'constructor.desc'),
		);
		fc.assert(
			fc.property(fc.dictionary(fc.constantFrom('q', 'sort', 'page', 'stage', '__proto__', 'x'), value), (params) => {
				const state = list.parse(params);
				expect(['name', 'created']).toContain(state.sort);
				expect(state.page).toBeGreaterThan(0);
				expect(state.q.length).toBeLessThanOrEqual(200);
				expect(state.filters.stage.every((stage) => ['proposal', 'negotiation'].includes(stage))).toBe(true);
			}),
		);
	});
});

test('of values that leave each other no room the last one holds', () => {
	const silent = lastOf('30', '60', 'never');
	expect(silent(['60', '30'])).toEqual(['30']);
	expect(silent(['never', '60', 'x'])).toEqual(['60']);
	expect(silent(['x', ''])).toEqual([]);
	expect(silent([])).toEqual([]);
});

test('a query string is read whole: every parameter, each as often as it stands there', () => {
	expect(searchParamsOf('?q=%C4%90%E1%BA%B7ng+V&stage=a&stage=b&x')).toEqual({
		q: ['Đặng V'],
		stage: ['a', 'b'],
		x: [''],
	});
	expect(searchParamsOf('')).toEqual({});
	expect(Object.keys(searchParamsOf('__proto__=1'))).toEqual(['__proto__']);
});

describe('a filter by a bound', () => {
	test.each([['0'], ['1500000'], ['0.5'], ['9999999999999.99']])('of an amount takes %s', (value) =>
		expect(amount()([value])).toEqual([value]),
	);
	test.each([
		[''],
		['-1'],
		['1.005'],
		['10000000000000'],
		['1,5'],
		['1e5'],
		['.5'],
		['5.'],
		['NaN'],
		['1 OR 1=1'],
		['5\n'],
	])('of an amount leaves out %j', (value) => expect(amount()([value])).toEqual([]));
	test('of an amount or a day takes one, the first that makes sense', () => {
		expect(amount()(['x', '2', '1'])).toEqual(['2']);
		expect(day()(['31.12.2026', '2026-12-31', '2026-01-01'])).toEqual(['2026-12-31']);
		expect(day()(['2026-02-30', 'infinity', ''])).toEqual([]);
	});
});

describe('a list that can be shown in several ways', () => {
	const board = defineList({
		filters: {},
		fields: {},
		sorts: { name: 'asc' },
		defaultSort: 'name',
		views: ['kanban', 'list'],
		columns: { usual: ['name'], more: [] },
	});

	test.each([
		[undefined, 'kanban'],
		['', 'kanban'],
		['kanban', 'kanban'],
		['list', 'list'],
		['List', 'kanban'],
		['constructor', 'kanban'],
	])('is shown for %j as %s', (view, shown) => expect(board.parse({ view }).view).toBe(shown));

	test('says so in its address unless it is the usual one', () => {
		expect(board.query(board.parse({ view: 'list', q: 'kho' }))).toBe('?view=list&q=kho');
		expect(board.query(board.parse({ view: 'list' }), { view: 'kanban' })).toBe('');
		expect(board.parse(searchParamsOf('view=list&view=kanban')).view).toBe('list');
	});

	test('is empty where there is one way only', () => expect(list.parse({ view: 'list' }).view).toBe(''));
});
