import { once } from 'node:events';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { describeError } from '../../src/lib/operations/describe-error.ts';
import type { Migration } from '../launcher/migration-files.ts';
import { errorCode, Refusal } from '../launcher/refusal.ts';
import { runMigration } from '../launcher/run-migration.ts';
import { withClient } from '../launcher/with-client.ts';
import { damaged, type Head, type Manifest, readBackup, type TableHead } from './format.ts';
import { applyBackupSettings, copyRows, quoted, readClearedLinks, readTables, type Table } from './tables.ts';

export interface RestoreOptions {
	/** The migrations of this version. */
	migrations: Migration[];
	/** Whether data that the database holds may be replaced. */
	force?: boolean;
}

/**
 * Puts a backup into a database in one transaction: the schema that it was made from, its rows, and a comparison of every
 * table with what the backup says of it. Refuses a database that holds data, unless forced, and leaves it as it was where
 * anything is wrong. Newer migrations are for the next start.
 */
export async function restoreBackup(databaseUrl: string, file: string, options: RestoreOptions): Promise<Manifest> {
	// what is not committed is undone with the connection
	return withClient(databaseUrl, async (client) => {
		await applyBackupSettings(client);
		await client.query('BEGIN');
		await refuseData(client, options.force ?? false);
		const manifest = await load(client, file, options.migrations);
		await client.query('COMMIT');
		return manifest;
	});
}

async function refuseData(client: pg.Client, force: boolean): Promise<void> {
	const { rows } = await client.query<{ name: string }>(`
		SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm')`);
	const names = rows.map(({ name }) => name);
	if (!force && names.length > 0) {
		// one that was started but never used holds nothing
		const isUnused = names.includes('_prisma_migrations') && names.includes('user') && !(await holdsUsers(client));
		if (!isUnused) {
			throw new Refusal(
				'The database holds data already: name an empty one, or add --force to replace everything in it by the backup.',
			);
		}
	}
	await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public; GRANT USAGE ON SCHEMA public TO PUBLIC');
}

async function holdsUsers(client: pg.Client): Promise<boolean> {
	const { rows } = await client.query<{ any: boolean }>('SELECT EXISTS (SELECT FROM public."user") AS any');
	return rows[0]?.any ?? true;
}

async function load(client: pg.Client, file: string, migrations: Migration[]): Promise<Manifest> {
	let tables: Table[] = [];
	let rows: { write: (chunk: Buffer) => Promise<void>; end: () => Promise<void> } | null = null;
	let manifest: Manifest | null = null;
	try {
		for await (const piece of readBackup(file)) {
			if (!('rows' in piece)) {
				await rows?.end();
				rows = null;
			}
			if ('head' in piece) {
				await migrate(client, piece.head, migrations);
				tables = await readTables(client);
				for (const { name } of tables) await client.query(`ALTER TABLE ${quoted(name)} DISABLE TRIGGER USER`);
				const links = await readClearedLinks(client);
				if (links.length > 0) await client.query(`SET CONSTRAINTS ${links.map(quoted).join(', ')} DEFERRED`);
			} else if ('table' in piece) rows = takeRows(client, known(piece.table, tables, file));
			else if ('rows' in piece) await rows?.write(piece.rows);
			else manifest = piece.manifest;
		}
	} catch (error) {
		// a row that PostgreSQL cannot take was not written by it
		if (errorCode(error)?.match(/^(22|23|42|54|XX)/)) throw damaged(file, describeError(error).message);
		throw error;
	}
	if (!manifest) throw damaged(file, 'it ends too early');
	await setSequences(client, manifest, file);
	await checkLinks(client, file);
	for (const { name } of tables) await client.query(`ALTER TABLE ${quoted(name)} ENABLE TRIGGER USER`);
	await compare(client, tables, manifest, file);
	return manifest;
}

async function checkLinks(client: pg.Client, file: string): Promise<void> {
	try {
		await client.query('SET CONSTRAINTS ALL IMMEDIATE');
	} catch (error) {
		if (errorCode(error) !== '23503') throw error;
		throw damaged(file, describeError(error).message);
	}
}

/** Makes the schema that the backup was made from. */
async function migrate(client: pg.Client, { migrations: names, app }: Head, migrations: Migration[]): Promise<void> {
	const scripts = names.map((name) => {
		const migration = migrations.find((each) => each.name === name);
		if (migration) return migration;
		throw new Refusal(
			`The backup was made by a newer version of MiniCRM (${app}): restore it with that version or a later one.`,
		);
	});
	for (const migration of scripts) await runMigration(client, migration);
	// a script may have changed them
	await applyBackupSettings(client);
}

/** A table of the schema by what the backup says of it. */
function known({ table, columns }: TableHead, tables: Table[], file: string): Table {
	const found = tables.find(({ name }) => name === table);
	if (!found) throw foreign(file, 'table', table);
	if (columns.join() !== found.columns.join()) throw damaged(file, `the table ${table} has other columns`);
	return found;
}

/** Says that somebody has put something into the database beside MiniCRM's own, which a restore could not take apart from it. */
function foreign(file: string, kind: 'table' | 'sequence', name: string): Refusal {
	return new Refusal(
		`The backup ${file} holds the ${kind} ${JSON.stringify(name)}, which is not one of MiniCRM's: nothing was restored. If it was added to the database by hand, move it to another schema (ALTER ${kind.toUpperCase()} … SET SCHEMA …) or remove it, and back up again.`,
	);
}

function takeRows(client: pg.Client, { name, columns }: Table) {
	const stream = client.query(copyFrom(`COPY ${quoted(name)} (${columns.map(quoted).join(', ')}) FROM STDIN`));
	let failure: Error | undefined;
	const failed = new Promise<never>((_, reject) => {
		// for as long as the stream lives: an error that nobody listens for ends the process
		stream.on('error', (error) => {
			failure ??= error;
			stream.destroy();
			reject(error);
		});
	});
	failed.catch(() => {});
	return {
		write: async (chunk: Buffer) => {
			if (failure) throw failure;
			if (!stream.write(chunk)) await Promise.race([once(stream, 'drain'), failed]);
		},
		end: async () => {
			if (failure) throw failure;
			const finished = once(stream, 'finish');
			stream.end();
			await Promise.race([finished, failed]);
		},
	};
}

async function setSequences(client: pg.Client, { sequences }: Manifest, file: string): Promise<void> {
	const { rows } = await client.query<{ name: string }>(
		"SELECT sequencename AS name FROM pg_sequences WHERE schemaname = 'public'",
	);
	const present = new Set(rows.map(({ name }) => name));
	for (const [name, last] of Object.entries(sequences ?? {})) {
		if (!present.has(name)) throw foreign(file, 'sequence', name);
		if (last !== null) await client.query('SELECT setval($1::regclass, $2::bigint)', [`public.${quoted(name)}`, last]);
	}
}

async function compare(client: pg.Client, tables: Table[], manifest: Manifest, file: string): Promise<void> {
	for (const table of tables) {
		const said = manifest.tables[table.name];
		if (!said) throw damaged(file, `the table ${table.name} is missing`);
		const { rows, sha256 } = await copyRows(client, table);
		if (rows !== said.rows) throw damaged(file, `${table.name} has ${rows} rows, and ${said.rows} were written`);
		if (sha256 !== said.sha256) throw damaged(file, `the rows of ${table.name} are not those that were written`);
	}
}
