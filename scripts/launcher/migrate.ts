import path from 'node:path';
import pg from 'pg';
import { connectionConfig } from '../../src/lib/operations/db-connection.ts';
import { applyFunctions, type FunctionChanges, findFunctionChanges, readFunctions } from './database-functions.ts';
import { hasChecksum, type Migration, readMigrations } from './migration-files.ts';
import { Refusal } from './refusal.ts';
import { runMigration } from './run-migration.ts';

const PRISMA_FOLDER = path.resolve(import.meta.dirname, '../../prisma');

/** Where this version's migrations are. */
export const MIGRATIONS_FOLDER = path.join(PRISMA_FOLDER, 'migrations');

/** Keeps two installations from migrating one database at once. Any number that nobody else takes. */
const ADVISORY_LOCK = 7_164_001;

export interface MigrateOptions {
	/** The folder with migrations/ and functions/. */
	prismaFolder?: string;
	/** Called with what is to be applied, before a database that is in use already is changed. */
	before?: (migrations: string[]) => Promise<void>;
	say?: (line: string) => void;
}

/** What of a database's history is still to be done. */
export interface PendingMigrations {
	/** Migrations that are not applied, in their order. */
	pending: Migration[];
	/** Ids, in `_prisma_migrations`, of attempts that began and were rolled back. */
	failed: string[];
}

interface AppliedMigration {
	id: string;
	migration_name: string;
	checksum: string;
	finished: boolean;
}

/** Brings a database to this version's migrations and functions. Refuses one with migrations this version does not know. */
export async function applyMigrations(databaseUrl: string, options: MigrateOptions = {}): Promise<void> {
	const { prismaFolder = PRISMA_FOLDER, before = async () => {}, say = () => {} } = options;
	const migrations = readMigrations(path.join(prismaFolder, 'migrations'));
	const functions = readFunctions(path.join(prismaFolder, 'functions'));
	const client = new pg.Client(connectionConfig(databaseUrl, { withOptions: false }));
	// it holds the lock for as long as a backup takes; the query that follows a cut says so
	client.on('error', () => {});
	await client.connect();
	try {
		const last = migrations.at(-1)?.name ?? '';
		// almost every start has nothing to do, and then waits for nobody
		const first = await findPending(client, migrations);
		if (first.pending.length === 0 && countOf(await findFunctionChanges(client, functions, last)) === 0) return;
		await client.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCK]);
		const { pending, failed } = await findPending(client, migrations);
		if (pending.length === migrations.length) await refuseForeignTables(client);
		else if (pending.length > 0) await before(pending.map(({ name }) => name));
		if (pending.length > 0)
			say(pending.length === 1 ? 'Applying 1 migration …' : `Applying ${pending.length} migrations …`);
		if (failed.length > 0)
			await client.query('UPDATE public._prisma_migrations SET rolled_back_at = now() WHERE id = ANY($1)', [failed]);
		for (const migration of pending)
			await asOne(client, `Migration ${migration.name}`, () => runMigration(client, migration));
		const changes = await findFunctionChanges(client, functions, last);
		const count = countOf(changes);
		if (count === 0) return;
		// part of the migrations, where there were any
		if (pending.length === 0) say(count === 1 ? 'Applying 1 function …' : `Applying ${count} functions …`);
		await asOne(client, 'Applying the functions', () => applyFunctions(client, changes, last));
	} finally {
		await client.end();
	}
}

/** Refuses a database whose history is not this version's; changes nothing. */
export async function checkMigrations(client: pg.Client, prismaFolder = PRISMA_FOLDER): Promise<void> {
	await findPending(client, readMigrations(path.join(prismaFolder, 'migrations')));
}

/** Compares the history of a database with the migrations of this version. Refuses unknown and changed ones. */
export async function findPending(client: pg.Client, migrations: Migration[]): Promise<PendingMigrations> {
	const applied = await readHistory(client);
	const done = new Set<string>();
	const failed: string[] = [];
	for (const row of applied) {
		const migration = migrations.find((known) => known.name === row.migration_name);
		if (!migration) {
			throw new Refusal(
				`The database was made by a newer version of MiniCRM (migration ${row.migration_name} is unknown here): start that version, or a later one.`,
			);
		}
		if (!row.finished) failed.push(row.id);
		else if (hasChecksum(migration, row.checksum)) done.add(migration.name);
		else {
			throw new Refusal(
				`Migration ${migration.name} of the database differs from the one in this version: use the version of MiniCRM that made the database.`,
			);
		}
	}
	return { pending: migrations.filter(({ name }) => !done.has(name)), failed };
}

async function readHistory(client: pg.Client): Promise<AppliedMigration[]> {
	const { rows } = await client.query<{ table: string | null }>(
		"SELECT to_regclass('public._prisma_migrations')::text AS table",
	);
	if (!rows[0]?.table) return [];
	const history = await client.query<AppliedMigration>(
		'SELECT id, migration_name, checksum, finished_at IS NOT NULL AS finished FROM public._prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at',
	);
	return history.rows;
}

/** Refuses a database without our history that holds tables all the same: they are somebody else's. */
async function refuseForeignTables(client: pg.Client): Promise<void> {
	const { rows } = await client.query<{ name: string }>(`
		SELECT c.relname AS name FROM pg_class c
		WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm') AND c.relname <> '_prisma_migrations'
			AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
		ORDER BY 1 LIMIT 1`);
	if (rows[0])
		throw new Refusal(
			`The database contains tables that are not from MiniCRM, such as ${rows[0].name}. Nothing was changed. Use an empty database.`,
		);
}

const countOf = ({ changed, removed }: FunctionChanges) => changed.length + removed.length;

/** Runs one step in a transaction of its own. */
async function asOne(client: pg.Client, step: string, run: () => Promise<void>): Promise<void> {
	try {
		await client.query('BEGIN');
		await run();
		await client.query('COMMIT');
	} catch (error) {
		// a connection that is gone has rolled back by itself
		await client.query('ROLLBACK').catch(() => {});
		throw new Refusal(
			`${step} failed and was rolled back, the data is as before (${(error as Error).message}): report this with the message.`,
			{ cause: error },
		);
	}
}
