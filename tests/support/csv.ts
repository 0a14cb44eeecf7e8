/** The rows of a CSV file by their heads, read as RFC 4180 says. */
export function readCsv(text: string): Record<string, string>[] {
	const [heads = [], ...rows] = linesOf(text.replace(/^\uFEFF/, ''));
	return rows.map((cells) => {
		if (cells.length !== heads.length) throw new Error(`A line has ${cells.length} cells, the first ${heads.length}.`);
		return Object.fromEntries(heads.map((head, index) => [head, cells[index] ?? '']));
	});
}

function linesOf(text: string): string[][] {
	const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
	const lines: string[][] = [[]];
	while (cell.lastIndex < text.length) {
		const at = cell.lastIndex;
		const found = cell.exec(text);
		if (!found) throw new Error(`This is no cell: ${text.slice(at, at + 80)}`);
		const [, quoted, plain = '', end] = found;
		lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
		if (end !== ',') lines.push([]);
	}
	lines.pop();
	return lines;
}
