import { expect, test } from 'vitest';
import { tableWidths } from './column-widths';

test('what is left over goes to the columns that grow, by their parts', () => {
	const { table, columns, rest } = tableWidths([{ width: 200, grow: 3 }, { width: 100, grow: 1 }, { width: 80 }], true);
	expect(table).toEqual({ '--least': '416px', '--left': 'max(0px, 100cqw - 418px)' });
	expect(columns).toEqual(['calc(200px + var(--left) * 0.750)', 'calc(100px + var(--left) * 0.250)', '80px']);
	expect(rest).toBe(false);
});

test('a column that was sized keeps its width, and what nothing grows into is left empty', () => {
	expect(
		tableWidths(
			[
				{ width: 200, grow: 3, sized: 120 },
				{ width: 100, grow: 1 },
			],
			false,
		).columns,
	).toEqual(['120px', 'calc(100px + var(--left) * 1.000)']);
	expect(tableWidths([{ width: 200, grow: 3, sized: 120 }, { width: 80 }], false)).toMatchObject({
		columns: ['120px', '80px'],
		rest: true,
	});
});
