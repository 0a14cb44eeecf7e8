import { once } from 'node:events';
import fs from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { errorCode, Refusal } from '../launcher/refusal.ts';

// A backup is one gzipped text file. Its first line says what it is. Then each table has a line with its name and columns,
// its rows as PostgreSQL's COPY writes them (a row is a line, whatever it holds), and a line "\."; the last line is the
// manifest. So any PostgreSQL can read the rows without MiniCRM.

/** The first line. */
export interface Head {
	format: 'minicrm-backup';
	/** The version of this format. */
	version: 1;
	/** The version of MiniCRM that made it. */
	app: string;
	createdAt: string;
	/** The names of the migrations that the database had, the last one last. */
	migrations: string[];
}

/** The line before a table's rows. */
export interface TableHead {
	table: string;
	columns: string[];
}

/** How many rows a table has, and the SHA-256 of them as COPY writes them in the order of the key. */
export interface TableSum {
	rows: number;
	sha256: string;
}

/** The last line. */
export interface Manifest {
	tables: Record<string, TableSum>;
	/** The last number that each sequence gave, or null of one that gave none yet. */
	sequences: Record<string, string | null>;
	/** When the oldest change was made that can be undone; null without any, and missing in the backups of earlier versions. */
	historySince?: string | null;
}

const END_OF_ROWS = '\\.';

/** Writes a backup into a file that must not exist. */
export class BackupWriter {
	readonly #gzip = createGzip();
	readonly #written: Promise<void>;

	constructor(file: string) {
		this.#written = pipeline(this.#gzip, fs.createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true }));
		// told by whatever waits for it
		this.#written.catch(() => {});
	}

	/** A line of JSON. */
	async line(value: Head | TableHead | { manifest: Manifest }): Promise<void> {
		await this.bytes(`${JSON.stringify(value)}\n`);
	}

	async endRows(): Promise<void> {
		await this.bytes(`${END_OF_ROWS}\n`);
	}

	async bytes(chunk: Buffer | string): Promise<void> {
		if (!this.#gzip.write(chunk)) await Promise.race([once(this.#gzip, 'drain'), this.#written]);
	}

	/** Resolves when everything is on the disk. */
	async end(): Promise<void> {
		this.#gzip.end();
		await this.#written;
	}

	async abandon(): Promise<void> {
		this.#gzip.destroy();
		await this.#written.catch(() => {});
	}
}

/** What a backup consists of, piece by piece: rows come in chunks of whole lines. */
export type Piece = { head: Head } | { table: TableHead } | { rows: Buffer } | { manifest: Manifest };

/** Reads a backup. Refuses a file that is none, that was cut off, or that this version cannot read. */
export async function* readBackup(file: string): AsyncGenerator<Piece> {
	let state: 'head' | 'between' | 'rows' | 'end' = 'head';
	for await (const lines of linesOf(file)) {
		let rows: Buffer[] = [];
		for (const line of lines) {
			if (state === 'rows' && line.toString('latin1') !== `${END_OF_ROWS}\n`) {
				rows.push(line);
				continue;
			}
			if (rows.length > 0) yield { rows: Buffer.concat(rows) };
			rows = [];
			if (state === 'rows') state = 'between';
			else {
				const piece = parseLine(line, state);
				yield piece;
				state = 'table' in piece ? 'rows' : 'manifest' in piece ? 'end' : 'between';
			}
		}
		if (rows.length > 0) yield { rows: Buffer.concat(rows) };
	}
	if (state !== 'end') throw damaged(file, 'it ends too early');
}

function parseLine(line: Buffer, state: 'head' | 'between' | 'end'): Piece {
	let value: Record<string, unknown> | null = null;
	try {
		value = JSON.parse(line.toString('utf8'));
	} catch {
		// said below
	}
	if (state === 'head' && value?.format === 'minicrm-backup') {
		if (value.version === 1 && Array.isArray(value.migrations)) return { head: value as unknown as Head };
		throw new Refusal('The backup was made by a newer version of MiniCRM: restore it with that version.');
	}
	if (state === 'head') throw new Refusal('This file is not a backup of MiniCRM.');
	if (state === 'between' && typeof value?.table === 'string' && Array.isArray(value.columns))
		return { table: value as unknown as TableHead };
	if (state === 'between' && value?.manifest) return { manifest: value.manifest as Manifest };
	throw new Refusal('The backup is damaged: a line of it says nothing. Use another one.');
}

/** The lines of a gzipped file, each with its end, some at a time. */
async function* linesOf(file: string): AsyncGenerator<Buffer[]> {
	const source = fs.createReadStream(file);
	const unzipped = source.pipe(createGunzip());
	source.on('error', (error) => unzipped.destroy(error));
	let rest: Buffer[] = [];
	try {
		for await (const chunk of unzipped as AsyncIterable<Buffer>) {
			const lines: Buffer[] = [];
			let start = 0;
			for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
				const line = chunk.subarray(start, end + 1);
				lines.push(rest.length > 0 ? Buffer.concat([...rest, line]) : line);
				rest = [];
				start = end + 1;
			}
			if (start < chunk.length) rest.push(chunk.subarray(start));
			yield lines;
		}
	} catch (error) {
		const code = errorCode(error);
		if (code === 'ENOENT') throw new Refusal(`There is no file ${file}.`);
		if (code?.startsWith('Z_'))
			throw damaged(file, code === 'Z_BUF_ERROR' ? 'it ends too early' : 'it cannot be unpacked');
		throw error;
	}
	if (rest.length > 0) throw damaged(file, 'it ends too early');
}

/** What is said of a backup that is not what was written. */
export function damaged(file: string, how: string): Refusal {
	return new Refusal(`The backup ${file} is damaged (${how}): nothing was restored. Use another one.`);
}
