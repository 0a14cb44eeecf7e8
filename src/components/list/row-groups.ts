import type { NounForms } from '@/lib/list/list-params';
import type { RowSums } from '@/lib/list/list-sums-sql';
import { counted } from '@/lib/text/counted';
import type { ShownListColumn } from './column-heads';

/** A heading above the rows of a group: before which row of the page, and what it says. */
export type GroupHead = { at: number; label: string; note: string };

/** A line below the rows, with a text for each column that is added up: one amount per line. */
export type FootLine = { label: string; cells: (string | null)[] };

type Columns<Row> = ShownListColumn<Row, string>[];

/** The amounts of a column, those of each currency by themselves. */
function amounts<Row>(sums: RowSums[], { id, sum }: Columns<Row>[number], part: 0 | 1): string[] {
	return sums.flatMap((each) => {
		const value = each.sums[id]?.[part];
		return !sum || value === null || value === undefined ? [] : [sum(value, each.per)];
	});
}

/** The sums and the averages of all rows of a list; nothing where no shown column has any. */
export function footLines<Row>(sums: RowSums[], columns: Columns<Row>): FootLine[] {
	const line = (label: string, part: 0 | 1) => ({
		label,
		cells: columns.map((column) => amounts(sums, column, part).join('\n') || null),
	});
	const lines = [line('Sum', 0), line('Average', 1)];
	return lines.filter(({ cells }) => cells.some((cell) => cell !== null));
}

/** The headings of the groups on a page. A group that began on the page before says so. */
export function groupHeads<Row extends { groupKey?: string | null }>(
	rows: Row[],
	groups: RowSums[],
	columns: Columns<Row>,
	{ labelOf, noun, isContinued }: { labelOf: (row: Row) => string; noun: NounForms; isContinued: boolean },
): GroupHead[] {
	return rows.flatMap((row, at) => {
		const key = row.groupKey ?? null;
		if (at > 0 && (rows[at - 1]?.groupKey ?? null) === key) return [];
		const sums = groups.filter((each) => each.key === key);
		const count = sums.reduce((all, each) => all + each.count, 0);
		const added = columns.flatMap((column) => amounts(sums, column, 0));
		const note = [at === 0 && isContinued ? 'continued' : '', counted(count, ...noun), ...added]
			.filter(Boolean)
			.join(' · ');
		return [{ at, label: labelOf(row), note }];
	});
}
