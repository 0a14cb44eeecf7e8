import { createHash } from 'node:crypto';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { TableSum } from './format.ts';

/** A table as a backup holds it. */
export interface Table {
	name: string;
	/** Its columns but those that PostgreSQL generates. */
	columns: string[];
	/** Its primary key. */
	key: string[];
}

/** What keeps text the same on every server. */
const SETTINGS = `
	SET client_encoding = 'UTF8'; SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'postgres';
	SET extra_float_digits = 3; SET search_path = public; SET statement_timeout = 0; SET lock_timeout = 0;`;

export async function applyBackupSettings(client: pg.Client): Promise<void> {
	await client.query(SETTINGS);
}

/** Of a foreign key `f`: a deletion only clears what refers to the row, by the key itself or by a trigger. */
const isCleared = `(f.confdeltype = 'n' OR f.confdeltype = 'a' AND EXISTS (
	SELECT FROM pg_attribute a WHERE a.attrelid = f.conrelid AND a.attnum = ANY (f.conkey) AND NOT a.attnotnull))`;

/**
 * The tables of the database but Prisma's own, each after those whose rows it cannot do without. Links that a deletion only
 * clears can lead in a circle: a restore checks them at its end.
 */
export async function readTables(client: pg.Client): Promise<Table[]> {
	const { rows } = await client.query<Table & { parents: string[] }>(`
		SELECT c.relname AS name,
			ARRAY(SELECT a.attname::text FROM pg_attribute a
				WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attnum) AS columns,
			ARRAY(SELECT a.attname::text FROM pg_index i CROSS JOIN unnest(i.indkey::int[]) WITH ORDINALITY k(num, place)
				JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.num
				WHERE i.indrelid = c.oid AND i.indisprimary ORDER BY k.place) AS key,
			ARRAY(SELECT DISTINCT p.relname::text FROM pg_constraint f JOIN pg_class p ON p.oid = f.confrelid
				WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> c.oid AND NOT ${isCleared}) AS parents
		FROM pg_class c
		WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
		ORDER BY c.relname`);
	const sorted: Table[] = [];
	const left = new Map(rows.map((row) => [row.name, row]));
	while (left.size > 0) {
		const next = [...left.values()].filter(({ parents }) => parents.every((parent) => !left.has(parent)));
		if (next.length === 0)
			throw new Error(`These tables refer to one another in a circle: ${[...left.keys()].join()}.`);
		for (const { name, columns, key } of next) {
			sorted.push({ name, columns, key });
			left.delete(name);
		}
	}
	return sorted;
}

/** The links that a deletion only clears. */
export async function readClearedLinks(client: pg.Client): Promise<string[]> {
	const { rows } = await client.query<{ name: string }>(`
		SELECT DISTINCT f.conname AS name FROM pg_constraint f
		WHERE f.connamespace = 'public'::regnamespace AND f.contype = 'f' AND ${isCleared} AND f.condeferrable ORDER BY 1`);
	return rows.map(({ name }) => name);
}

/** The last number that each sequence gave, or null of one that gave none yet. */
export async function readSequences(client: pg.Client): Promise<Record<string, string | null>> {
	const { rows } = await client.query<{ name: string; last: string | null }>(`
		SELECT sequencename AS name, last_value::text AS last FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1`);
	return Object.fromEntries(rows.map(({ name, last }) => [name, last]));
}

/** Reads the rows of a table in the order of its key, as COPY writes them; returns how many there were and their sum. */
export async function copyRows(
	client: pg.Client,
	{ name, columns, key }: Table,
	take: (chunk: Buffer) => Promise<void> = async () => {},
): Promise<TableSum> {
	const order = key.map((column) => `${quoted(column)}::text COLLATE "C"`).join(', ');
	const query = `SELECT ${columns.map(quoted).join(', ')} FROM public.${quoted(name)} ORDER BY ${order}`;
	const stream = client.query(copyTo(`COPY (${query}) TO STDOUT`));
	const hash = createHash('sha256');
	let rows = 0;
	for await (const chunk of stream as AsyncIterable<Buffer>) {
		hash.update(chunk);
		for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) rows++;
		await take(chunk);
	}
	return { rows, sha256: hash.digest('hex') };
}

/** A name as an identifier. */
export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
