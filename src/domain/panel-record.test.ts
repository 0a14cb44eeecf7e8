import fc from 'fast-check';
import { expect, test } from 'vitest';
import { panelRecordOf, panelValue, type RecordRef, recordPath, withPanel } from './panel-record';

const deal: RecordRef = { kind: 'deal', id: '0199a4f2-0000-7000-8000-000000000001' };

test('a record goes into an address beside what that says already, and out of it again', () => {
	expect(withPanel('', deal)).toBe(`?panel=deal:${deal.id}`);
	expect(withPanel('?q=c%C3%B4ng+ty&sort=name.desc', deal)).toBe(
		`?q=c%C3%B4ng+ty&sort=name.desc&panel=deal:${deal.id}`,
	);
	expect(withPanel(`?panel=company:1&page=2&panel`, deal)).toBe(`?page=2&panel=deal:${deal.id}`);
	expect(withPanel(`?panel=deal:${deal.id}`, null)).toBe('');
	expect(withPanel('panels=3', null)).toBe('?panels=3');
});

test('what is put into any address is read from it, and the rest stays as it was', () => {
	const pairs = fc.array(fc.tuple(fc.constantFrom('q', 'tag', 'page', 'sort', 'saved'), fc.string({ maxLength: 20 })));
	fc.assert(
		fc.property(
			pairs,
			fc.constantFrom<RecordRef['kind']>('company', 'contact', 'deal'),
			fc.uuid(),
			(query, kind, id) => {
				const before = new URLSearchParams(query).toString();
				const search = withPanel(before, { kind, id });
				expect(panelRecordOf(new URLSearchParams(search))).toEqual({ kind, id });
				expect(withPanel(search, null).replace('?', '')).toBe(before);
			},
		),
	);
});

test('an address that names no record has none', () => {
	for (const value of [
		'',
		'deal',
		'deal:',
		'activity:1',
		'deal:../login',
		'deal:a b',
		`deal:${'a'.repeat(65)}`,
		'Deal:1',
	])
		expect(panelRecordOf(new URLSearchParams({ panel: value }))).toBeNull();
	expect(panelRecordOf(new URLSearchParams())).toBeNull();
});

test('a record’s address and its value in the panel', () => {
	expect(recordPath(deal)).toBe(`/deals/${deal.id}`);
	expect(recordPath({ ...deal, kind: 'company' })).toBe(`/companies/${deal.id}`);
	expect(recordPath({ ...deal, kind: 'contact' })).toBe(`/contacts/${deal.id}`);
	expect(panelValue(deal)).toBe(`deal:${deal.id}`);
});
