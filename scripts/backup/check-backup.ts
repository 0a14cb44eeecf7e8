import { createHash, type Hash } from 'node:crypto';
import { damaged, type Manifest, readBackup } from './format.ts';

/** Reads a backup from its first byte to its last and compares every table with what its manifest says. Refuses a damaged one. */
export async function checkBackup(file: string): Promise<void> {
	const found = new Map<string, { rows: number; hash: Hash }>();
	let table: { rows: number; hash: Hash } | undefined;
	let manifest: Manifest | undefined;
	for await (const piece of readBackup(file)) {
		if ('table' in piece) {
			table = { rows: 0, hash: createHash('sha256') };
			found.set(piece.table.table, table);
		} else if ('rows' in piece && table) {
			table.hash.update(piece.rows);
			for (let at = piece.rows.indexOf(10); at >= 0; at = piece.rows.indexOf(10, at + 1)) table.rows++;
		} else if ('manifest' in piece) manifest = piece.manifest;
	}
	const said = Object.entries(manifest?.tables ?? {});
	if (said.length !== found.size) throw damaged(file, 'a table is missing');
	for (const [name, { rows, sha256 }] of said) {
		const read = found.get(name);
		if (!read) throw damaged(file, `the table ${name} is missing`);
		if (read.rows !== rows) throw damaged(file, `${name} has ${read.rows} rows, and ${rows} were written`);
		if (read.hash.digest('hex') !== sha256) throw damaged(file, `the rows of ${name} are not those that were written`);
	}
}
