import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defineList, oneOf } from './list-params';

const list = defineList({
	filters: { stage: oneOf('proposal', 'negotiation') },
	sorts: { name: 'asc', created: 'desc' },
	defaultSort: 'name',
});

describe('a list’s address', () => {
	test('says nothing where everything is as usual', () => {
		const state = list.parse({});
		expect(state).toEqual({ q: '', sort: 'name', direction: 'asc', page: 1, filters: { stage: [] } });
		expect(list.query(state)).toBe('');
	});

	test('reads what it wrote', () => {
		const state = list.parse({ q: 'Đặng & Söhne', sort: 'created.asc', page: '3', stage: ['negotiation', 'proposal'] });
		const written = new URLSearchParams(list.query(state, { page: 3 }));
		const read = Object.fromEntries([...new Set(written.keys())].map((key) => [key, written.getAll(key)]));
		expect(list.parse(read)).toEqual(state);
	});

	test('a change leads to the first page', () => {
		const state = list.parse({ page: '7' });
		expect(list.query(state, { q: 'lan' })).toBe('?q=lan');
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
