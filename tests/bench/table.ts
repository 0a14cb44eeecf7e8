/** Rows of what was measured, as text; printed as they come, and kept for the document. */
export type Table = { title: string; columns: string[]; rows: string[][]; missed: string[] };

export type OpenTable = Table & {
	/** Adds a row and prints it; one that misses its goal is named at the end. */
	add: (cells: (string | number)[], isMissed?: boolean) => void;
};

/** Begins a table. Its first column holds names, all others numbers. */
export function openTable(title: string, columns: string[]): OpenTable {
	const table: Table = { title, columns, rows: [], missed: [] };
	console.log(`\n## ${title}\n\n${heads(columns)}`);
	return Object.assign(table, {
		add(cells: (string | number)[], isMissed = false) {
			const row = cells.map(String);
			table.rows.push(row);
			if (isMissed) table.missed.push(row[0] ?? '');
			console.log(line(row));
		},
	});
}

/** A table in Markdown. */
export function toMarkdown({ columns, rows }: Table): string {
	return [heads(columns), ...rows.map(line)].join('\n');
}

/** A time, or kilobytes, with as many digits as mean something. */
export function figure(value: number | undefined): string {
	if (value === undefined || Number.isNaN(value)) return '';
	return value.toFixed(value < 100 ? 1 : 0);
}

const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
const heads = (columns: string[]) => `${line(columns)}\n|---|${'--:|'.repeat(columns.length - 1)}`;
