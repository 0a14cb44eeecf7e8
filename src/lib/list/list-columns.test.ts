import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnWidths, readColumns, writeColumns } from './list-columns';

const names = { usual: ['name', 'company', 'tags'], more: ['followUp', 'created'] } as const;
const others = ['company', 'tags', 'followUp', 'created'];

test('columns are read as they were written, whatever they are', () => {
	const columns = fc.record({
		ids: fc.shuffledSubarray(others),
		widths: fc.array(fc.option(fc.integer({ min: columnWidths.min, max: columnWidths.max }), { nil: undefined })),
	});
	fc.assert(
		fc.property(columns, ({ ids, widths }) => {
			const shown = ['name', ...ids].map((id, place) => ({ id, ...(widths[place] && { width: widths[place] }) }));
			expect(readColumns(writeColumns(shown), names)).toEqual(shown);
		}),
	);
});

test('the column of the name is there in any case, and first', () => {
	expect(readColumns('created,name-300,company', names)).toEqual([
		{ id: 'name', width: 300 },
		{ id: 'created' },
		{ id: 'company' },
	]);
	expect(readColumns('tags', names)).toEqual([{ id: 'name' }, { id: 'tags' }]);
});

test('an address that means no columns of the list chooses none, and widths stay within bounds', () => {
	for (const text of ['', ',,', 'constructor', '__proto__-100', 'company-', 'company-1e3', "name' OR 1=1", '\0'])
		expect(readColumns(text, names)).toBeNull();
	expect(readColumns('company-0,tags-9999,company-200,tags', names)).toEqual([
		{ id: 'name' },
		{ id: 'company', width: columnWidths.min },
		{ id: 'tags', width: columnWidths.max },
	]);
	fc.assert(
		fc.property(fc.string({ maxLength: 200, unit: 'binary' }), (text) => {
			const read = readColumns(text, names) ?? [];
			expect(new Set(read.map(({ id }) => id)).size).toBe(read.length);
			for (const { id } of read) expect(['name', ...others]).toContain(id);
		}),
	);
});
