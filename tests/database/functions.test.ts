import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { restoreBackup } from '../../scripts/backup/restore-backup.ts';
import { writeBackup } from '../../scripts/backup/write-backup.ts';
import { calls, readFunctions } from '../../scripts/launcher/database-functions.ts';
import { applyMigrations, MIGRATIONS_FOLDER } from '../../scripts/launcher/migrate.ts';
import { readMigrations } from '../../scripts/launcher/migration-files.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { functionsOf, triggersOf, withoutComments } from '../support/function-texts.ts';
import { createDatabaseBefore } from '../support/old-database.ts';

const migrations = readMigrations(MIGRATIONS_FOLDER);
const files = readFunctions(path.resolve(MIGRATIONS_FOLDER, '../functions'));
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'minicrm-functions-'));

/** A database as a first start leaves it. */
let fresh: TestDatabase;
/** One with all migrations, to which no file has been applied. */
let bare: TestDatabase;
const others: TestDatabase[] = [];

beforeAll(async () => {
	fresh = await createTestDatabase();
	bare = await createDatabaseBefore('3');
});
afterAll(async () => {
	for (const database of [fresh, bare, ...others]) await database.drop();
	fs.rmSync(folder, { recursive: true });
});

test('every function has one file under its name, and every trigger stands with its function', async () => {
	expect(Object.keys(await functionsOf(fresh.pool))).toEqual(files.map(({ name }) => name).sort());
	const { rows: triggers } = await fresh.pool.query<{ name: string; table: string; calls: string }>(`
		SELECT tgname AS name, format('public.%s', tgrelid::regclass) AS table, p.proname AS calls
		FROM pg_trigger JOIN pg_proc p ON p.oid = tgfoid WHERE NOT tgisinternal`);
	for (const { name, script } of files) {
		expect(script.match(/^CREATE OR REPLACE FUNCTION /gm), name).toHaveLength(1);
		expect(script, name).toContain(`CREATE OR REPLACE FUNCTION public.${name}(`);
		const written = [
			...script.matchAll(/^CREATE (?:OR REPLACE|CONSTRAINT) TRIGGER "?(\w+)"? [^;]* ON (public\.\w+)\s/gm),
		];
		const own = triggers.filter((trigger) => trigger.calls === name);
		expect(written.map(([, trigger, table]) => `${table} ${trigger}`).sort(), name).toEqual(
			own.map((trigger) => `${trigger.table} ${trigger.name}`).sort(),
		);
	}
});

describe('the functions and triggers are those of a first start', () => {
	const ofFresh = async () => ({ functions: await functionsOf(fresh.pool), triggers: await triggersOf(fresh.pool) });
	const of = async ({ pool }: TestDatabase) => ({
		functions: await functionsOf(pool),
		triggers: await triggersOf(pool),
	});

	test('after an update from the oldest version', async () => {
		const [oldest, second] = migrations;
		const upgraded = await createDatabaseBefore(second?.name ?? '');
		others.push(upgraded);
		expect(Object.keys((await of(upgraded)).functions).length).toBeGreaterThan(20);
		expect((await upgraded.pool.query('SELECT migration_name FROM _prisma_migrations')).rows).toEqual([
			{ migration_name: oldest?.name },
		]);
		await applyMigrations(upgraded.url);
		expect(await of(upgraded)).toEqual(await ofFresh());
	});

	test.each([
		['this version', () => fresh],
		['the oldest version', () => createDatabaseBefore(migrations[1]?.name ?? '')],
	])('after a backup of %s was restored', async (_, make) => {
		const source = await make();
		const restored = await createTestDatabase({ template: 'template0' });
		others.push(restored);
		if (source !== fresh) others.push(source);
		const { file } = await writeBackup(source.url, fs.mkdtempSync(path.join(folder, 'backup-')), { version: '1.2.3' });
		await restoreBackup(restored.url, file, { migrations });
		const said: string[] = [];
		await applyMigrations(restored.url, { say: (line) => said.push(line) });
		expect(said).toHaveLength(1);
		expect(await of(restored)).toEqual(await ofFresh());
	});

	test('and a start that finds them so does nothing', async () => {
		const marks = async () => (await fresh.pool.query('SELECT proname, xmin FROM pg_proc ORDER BY oid')).rows;
		const before = await marks();
		await applyMigrations(fresh.url, { say: (line) => expect(line).toBeUndefined() });
		expect(await marks()).toEqual(before);
	});
});

/**
 * The functions that generated columns, indexes and constraints keep results of, and those that they call. SQL functions have
 * their dependencies in the catalog, functions in PL/pgSQL only in their text.
 */
async function storedFunctions(pool: pg.Pool): Promise<string[]> {
	const { rows } = await pool.query<{ name: string }>(`
		SELECT DISTINCT p.proname AS name FROM pg_depend d JOIN pg_proc p ON p.oid = d.refobjid
		WHERE d.refclassid = 'pg_proc'::regclass AND p.pronamespace = 'public'::regnamespace AND d.deptype = 'n'
			AND d.classid IN ('pg_attrdef'::regclass, 'pg_class'::regclass, 'pg_constraint'::regclass)`);
	const found = new Set(rows.map(({ name }) => name));
	for (const name of found)
		for (const called of files)
			if (files.some((each) => each.name === name && calls(each, called.name))) found.add(called.name);
	return files.map(({ name }) => name).filter((name) => found.has(name));
}

test('what generated columns and indexes keep the results of is changed by a migration only', async () => {
	const stored = await storedFunctions(fresh.pool);
	expect(stored).toEqual(
		expect.arrayContaining(['fold', 'contact_search', 'unicode_label', 'phone_key', 'company_core']),
	);
	expect(stored).not.toContain('log_change');
	// documents are written when their record changes: what they are made of is kept as well
	const written = files
		.map(({ name }) => name)
		.filter((name) => /^search_|_document$/.test(name) && name !== 'keep_document');
	expect(written).toHaveLength(9);
	const [migrated, filed] = [await functionsOf(bare.pool), await functionsOf(fresh.pool)];
	for (const name of [...stored, ...written]) {
		const hint = `A migration must replace ${name} as well, and recompute what depends on it: see CONTRIBUTING.md`;
		expect(withoutComments(filed[name] ?? ''), hint).toBe(withoutComments(migrated[name] ?? ''));
	}
});

describe('files of functions', () => {
	let prismaFolder: string;
	let database: TestDatabase;
	let said: string[];
	beforeEach(async () => {
		prismaFolder = fs.mkdtempSync(path.join(folder, 'prisma-'));
		database = await createTestDatabase({ template: 'template0' });
		said = [];
		fs.mkdirSync(path.join(prismaFolder, 'functions'));
		migration('1_first', 'CREATE TABLE note (text text)');
		file('a_first', 'RETURN public.b_second() + 1');
		file('b_second', 'RETURN 1');
	});
	afterEach(() => database.drop());

	const migration = (name: string, script: string) => {
		fs.mkdirSync(path.join(prismaFolder, 'migrations', name), { recursive: true });
		fs.writeFileSync(path.join(prismaFolder, 'migrations', name, 'migration.sql'), script);
	};
	const file = (name: string, body: string) =>
		fs.writeFileSync(
			path.join(prismaFolder, 'functions', `${name}.sql`),
			`CREATE OR REPLACE FUNCTION public.${name}() RETURNS integer LANGUAGE sql ${body};\n`,
		);
	const start = () => applyMigrations(database.url, { prismaFolder, say: (line) => said.push(line) });
	const result = async () => (await database.pool.query('SELECT public.a_first() AS n')).rows[0].n;

	test('are applied after the migrations, each after those that it calls, and then only when they changed', async () => {
		await start();
		expect(await result()).toBe(2);
		await start();
		expect(said).toEqual(['Applying 1 migration …']);
		file('b_second', 'RETURN 41');
		await start();
		expect(said.slice(1)).toEqual(['Applying 1 function …']);
		expect(await result()).toBe(42);
	});

	test('hold against a migration that replaced a function by another text', async () => {
		await start();
		migration('2_second', 'CREATE OR REPLACE FUNCTION public.b_second() RETURNS integer LANGUAGE sql RETURN 7');
		await start();
		expect(await result()).toBe(2);
	});

	test('that are gone, or a trigger that is no longer in one, are removed from the database', async () => {
		const trigger = (name: string, event: string) =>
			`CREATE OR REPLACE TRIGGER ${name} BEFORE ${event} ON public.note FOR EACH ROW EXECUTE FUNCTION public.keep();\n`;
		const keep = path.join(prismaFolder, 'functions/keep.sql');
		const triggers = async () => Object.keys(await triggersOf(database.pool));
		const text =
			'CREATE OR REPLACE FUNCTION public.keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;\n';
		fs.writeFileSync(keep, text + trigger('on_insert', 'INSERT') + trigger('on_update', 'UPDATE'));
		await start();
		expect(await triggers()).toEqual(['note.on_insert', 'note.on_update']);
		fs.writeFileSync(keep, text + trigger('on_update', 'UPDATE'));
		await start();
		expect(await triggers()).toEqual(['note.on_update']);
		fs.writeFileSync(keep, text);
		fs.rmSync(path.join(prismaFolder, 'functions/a_first.sql'));
		await start();
		expect(await triggers()).toEqual([]);
		fs.rmSync(keep);
		await start();
		expect(Object.keys(await functionsOf(database.pool))).toEqual(['b_second']);
		expect(said.slice(1)).toEqual(['Applying 1 function …', 'Applying 2 functions …', 'Applying 1 function …']);
	});

	test('are applied all or none', async () => {
		await start();
		file('a_first', 'RETURN 10');
		file('b_second', 'RETURN nothing');
		await expect(start()).rejects.toThrow(
			/^Applying the functions failed and was rolled back, .*\(b_second: column "nothing" does not exist\)/,
		);
		expect(await result()).toBe(2);
		file('b_second', 'RETURN 1');
		await start();
		expect(await result()).toBe(10);
	});
});
