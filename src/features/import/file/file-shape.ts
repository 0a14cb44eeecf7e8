import { type CsvRecord, type Separator, separators } from '../row/import-records';

/** Columns beyond these are not read; a file with more is refused. */
export const maxColumns = 300;

/** How many rows at the beginning of a file are looked through for the names of the columns. */
export const headerSearched = 20;

/** The separator that makes a file most like a table: the most rows have the same number of cells, and many cells. */
export function likeliestSeparator(rowsBy: (separator: Separator) => CsvRecord[]): Separator {
	const scores = separators.map((separator) => {
		const counts = rowsBy(separator).map(({ cells }) => cells.length);
		const usual = commonest(counts.filter((count) => count > 1));
		const fitting = counts.filter((count) => count === usual).length;
		return { separator, score: usual > 1 ? (fitting / counts.length) * Math.log2(usual + 1) * fitting : 0 };
	});
	return scores.reduce((best, each) => (each.score > best.score ? each : best)).separator;
}

/**
 * The row with the names of the columns: among the first rows, the one with the most names that `knows`. If none has two, the
 * first row with as many cells as most rows have.
 */
export function likeliestHeader(records: CsvRecord[], knows: (cells: string[]) => number): number {
	const first = records.slice(0, headerSearched);
	const known = first.map(({ cells }) => knows(cells));
	const maxKnown = Math.max(0, ...known);
	if (maxKnown >= 2) return known.indexOf(maxKnown);
	const usual = commonest(records.map(({ cells }) => cells.length));
	return Math.max(
		0,
		first.findIndex(({ cells }) => cells.length === usual && cells.every((cell) => cell.trim() !== '')),
	);
}

function commonest(numbers: number[]): number {
	const counts = new Map<number, number>();
	for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
	return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])[0];
}
