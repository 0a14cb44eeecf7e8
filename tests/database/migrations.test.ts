import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CHECKOUT } from '../../scripts/launcher/config.ts';
import { applyMigrations, MIGRATIONS_FOLDER } from '../../scripts/launcher/migrate.ts';
import { readMigrations } from '../../scripts/launcher/migration-files.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { NO_FILTERS, toMigrationList, withSchemaEngine } from '../support/schema-engine.ts';

const schema = fs.readFileSync(path.join(CHECKOUT, 'prisma/schema.prisma'), 'utf8');
const migrations = readMigrations(MIGRATIONS_FOLDER);

/** What `prisma migrate status` says of a database. */
function prismaStatus(databaseUrl: string, folder: string) {
	const migrationsList = toMigrationList(readMigrations(folder));
	return withSchemaEngine({ databaseUrl, schema }, (engine) =>
		engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters: NO_FILTERS }),
	);
}

/** What `prisma migrate deploy` applies to a database. */
async function prismaDeploy(databaseUrl: string, folder: string): Promise<string[]> {
	const migrationsList = toMigrationList(readMigrations(folder));
	const { appliedMigrationNames } = await withSchemaEngine({ databaseUrl, schema }, (engine) =>
		engine.applyMigrations({ migrationsList, filters: NO_FILTERS }),
	);
	return appliedMigrationNames;
}

describe('the migrations', () => {
	let database: TestDatabase;
	beforeAll(async () => {
		database = await createTestDatabase();
	});
	afterAll(() => database.drop());

	it('make exactly what schema.prisma describes', async () => {
		const files = [{ path: 'schema.prisma', content: schema }];
		const difference = await withSchemaEngine({ databaseUrl: database.url, schema }, (engine) =>
			engine.diff({
				from: { tag: 'schemaDatasource', configDir: 'prisma', files },
				to: { tag: 'schemaDatamodel', files },
				script: true,
				exitCode: true,
				shadowDatabaseUrl: null,
				filters: NO_FILTERS,
			} as Parameters<typeof engine.diff>[0]),
		);
		expect(difference.stdout?.trim()).toBe('-- This is an empty migration.');
		expect(difference.exitCode).toBe(0);
	});

	it('are recorded as Prisma itself records them, each after the one before it', async () => {
		const { rows } = await database.pool.query(
			`SELECT migration_name, finished_at, rolled_back_at, logs, applied_steps_count, started_at <= finished_at AS in_order
			 FROM _prisma_migrations ORDER BY started_at`,
		);
		expect(rows.map(({ migration_name }) => migration_name)).toEqual(migrations.map(({ name }) => name));
		for (const row of rows)
			expect(row).toMatchObject({
				finished_at: expect.any(Date),
				rolled_back_at: null,
				logs: null,
				applied_steps_count: 1,
				in_order: true,
			});
	});

	it('are all applied in the eyes of Prisma’s command line', async () => {
		expect(await prismaStatus(database.url, MIGRATIONS_FOLDER)).toEqual({
			editedMigrationNames: [],
			failedMigrationNames: [],
			hasMigrationsTable: true,
			history: null,
		});
		expect(await prismaDeploy(database.url, MIGRATIONS_FOLDER)).toEqual([]);
	});

	it('have nothing left to do the second time', async () => {
		const lines: string[] = [];
		await applyMigrations(database.url, { say: (line) => lines.push(line) });
		expect(lines).toEqual([]);
	});
});

describe('a few migrations', () => {
	let empty: TestDatabase;
	let prismaFolder: string;
	beforeEach(async () => {
		empty = await createTestDatabase({ template: 'template0' });
		prismaFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'minicrm-migrations-'));
		write('1_good', "CREATE TABLE one (text text DEFAULT 'a;b'); -- ends in a comment; without a new line");
	});
	afterEach(async () => {
		fs.rmSync(prismaFolder, { recursive: true });
		await empty.drop();
	});

	const write = (name: string, script: string) => {
		fs.mkdirSync(path.join(prismaFolder, 'migrations', name), { recursive: true });
		fs.writeFileSync(path.join(prismaFolder, 'migrations', name, 'migration.sql'), script);
	};
	const tables = async () => {
		const { rows } = await empty.pool.query("SELECT to_regclass('one') AS one, to_regclass('two') AS two");
		return rows[0];
	};
	const statusOf = () => prismaStatus(empty.url, path.join(prismaFolder, 'migrations'));

	it('one that fails is rolled back whole, said so, and tried again at the next start', async () => {
		write('2_bad', 'CREATE TABLE two (); SELECT 1/0;');
		await expect(applyMigrations(empty.url, { prismaFolder })).rejects.toThrow(
			'Migration 2_bad failed and was rolled back, the data is as before (division by zero): report this with the message.',
		);
		expect(await tables()).toEqual({ one: 'one', two: null });
		expect(await statusOf()).toMatchObject({
			failedMigrationNames: [],
			history: { diagnostic: 'databaseIsBehind', unappliedMigrationNames: ['2_bad'] },
		});

		write('2_bad', 'CREATE TABLE two ();');
		await applyMigrations(empty.url, { prismaFolder });
		expect(await tables()).toEqual({ one: 'one', two: 'two' });
		expect(await statusOf()).toMatchObject({ editedMigrationNames: [], failedMigrationNames: [], history: null });
	});

	it('one that an earlier version of MiniCRM left unfinished is tried again', async () => {
		await applyMigrations(empty.url, { prismaFolder });
		write('2_later', 'CREATE TABLE two ();');
		await empty.pool.query(
			"INSERT INTO _prisma_migrations (id, checksum, migration_name, logs) VALUES ('1', 'x', '2_later', 'a failure')",
		);
		expect(await statusOf()).toMatchObject({ failedMigrationNames: ['2_later'] });
		await applyMigrations(empty.url, { prismaFolder });
		expect(await tables()).toEqual({ one: 'one', two: 'two' });
		expect(await statusOf()).toMatchObject({ failedMigrationNames: [], history: null });
	});

	it('are applied once by two that start at the same time', async () => {
		const said: string[] = [];
		const start = () => applyMigrations(empty.url, { prismaFolder, say: (line) => said.push(line) });
		await Promise.all([start(), start()]);
		expect(said).toEqual(['Applying 1 migration …']);
		expect((await empty.pool.query('SELECT FROM _prisma_migrations')).rowCount).toBe(1);
	});

	it('that Prisma’s command line applied are applied', async () => {
		// its WebAssembly build takes no semicolon in a string
		write('1_good', 'CREATE TABLE one ()');
		expect(await prismaDeploy(empty.url, path.join(prismaFolder, 'migrations'))).toEqual(['1_good']);
		const said: string[] = [];
		await applyMigrations(empty.url, { prismaFolder, say: (line) => said.push(line) });
		expect(said).toEqual([]);
	});

	it('are not applied to a database with somebody else’s tables', async () => {
		await empty.pool.query('CREATE TABLE stock (n int)');
		await expect(applyMigrations(empty.url, { prismaFolder })).rejects.toThrow(
			'tables that are not from MiniCRM, such as stock. Nothing was changed.',
		);
		expect(await tables()).toEqual({ one: null, two: null });
	});
});
