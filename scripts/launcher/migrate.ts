import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { connectionConfig } from '../../src/lib/operations/db-connection.ts';
import { hasChecksum, type Migration, readMigrations } from './migration-files.ts';
import { Refusal } from './refusal.ts';
import { NO_FILTERS, openSchemaEngine, toMigrationList } from './schema-engine.ts';

const PRISMA_FOLDER = path.resolve(import.meta.dirname, '../../prisma');

/** Where this version's migrations are. */
export const MIGRATIONS_FOLDER = path.join(PRISMA_FOLDER, 'migrations');

/** Keeps two installations from migrating one database at once. Any number that nobody else takes. */
const ADVISORY_LOCK = 7_164_001;

export interface MigrateOptions {
	/** The folder with schema.prisma and migrations/. */
	prismaFolder?: string;
	/** Called with what is to be applied, before a database that is in use already is changed. */
	before?: (migrations: string[]) => Promise<void>;
	say?: (line: string) => void;
}

/** What of a database's history is still to be done. */
export interface PendingMigrations {
	/** Names of migrations that are not applied. */
	pending: string[];
	/** Ids, in `_prisma_migrations`, of attempts that began and were rolled back. */
	failed: string[];
}

interface AppliedMigration {
	id: string;
	migration_name: string;
	checksum: string;
	finished: boolean;
}

/** Brings a database up to this version's migrations. Refuses one with migrations this version does not know. */
export async function applyMigrations(databaseUrl: string, options: MigrateOptions = {}): Promise<void> {
	const { prismaFolder = PRISMA_FOLDER, before = async () => {}, say = () => {} } = options;
	const migrations = readMigrations(path.join(prismaFolder, 'migrations'));
	const client = new pg.Client(connectionConfig(databaseUrl, { withOptions: false }));
	// it holds the lock for as long as a backup takes; the query that follows a cut says so
	client.on('error', () => {});
	await client.connect();
	try {
		const first = await findPending(client, migrations);
		// Loading the engine takes a second or more, and almost every start has nothing to do.
		if (first.pending.length === 0) return;
		await client.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCK]);
		const { pending, failed } = await findPending(client, migrations);
		if (pending.length === 0) return;
		if (pending.length < migrations.length) await before(pending);
		say(pending.length === 1 ? 'Applying 1 migration …' : `Applying ${pending.length} migrations …`);
		if (failed.length > 0)
			await client.query('UPDATE _prisma_migrations SET rolled_back_at = now() WHERE id = ANY($1)', [failed]);
		const schema = fs.readFileSync(path.join(prismaFolder, 'schema.prisma'), 'utf8');
		await runEngine(databaseUrl, schema, migrations);
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
	return { pending: migrations.map(({ name }) => name).filter((name) => !done.has(name)), failed };
}

async function readHistory(client: pg.Client): Promise<AppliedMigration[]> {
	const { rows } = await client.query<{ table: string | null }>(
		"SELECT to_regclass('_prisma_migrations')::text AS table",
	);
	if (!rows[0]?.table) return [];
	const history = await client.query<AppliedMigration>(
		'SELECT id, migration_name, checksum, finished_at IS NOT NULL AS finished FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at',
	);
	return history.rows;
}

async function runEngine(databaseUrl: string, schema: string, migrations: Migration[]): Promise<void> {
	const { engine, close } = await openSchemaEngine({ databaseUrl, schema, migrations });
	try {
		await engine.applyMigrations({ migrationsList: toMigrationList(migrations), filters: NO_FILTERS });
	} catch (error) {
		throw new Refusal(explain((error as Error).message), { cause: error });
	} finally {
		await close();
	}
}

/** The engine's message, its inner stack taken off. */
function explain(message: string): string {
	const name = /migration_name="([^"]+)"/.exec(message)?.[1] ?? '';
	const [reason = message] = message.replace(/^external connector error\s*/, '').split(/\n[\t ]+0: /);
	return `Migration ${name} failed and was rolled back, the data is as before (${reason.replace(/^Error querying the database: /, '').trim()}): report this with the message.`;
}
