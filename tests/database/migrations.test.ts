import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHECKOUT } from '../../scripts/launcher/config.ts';
import { applyMigrations } from '../../scripts/launcher/migrate.ts';
import { readMigrations } from '../../scripts/launcher/migration-files.ts';
import { NO_FILTERS, openSchemaEngine } from '../../scripts/launcher/schema-engine.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { withCatalogTypes } from '../support/schema-types.ts';

const PRISMA_FOLDER = path.join(CHECKOUT, 'prisma');
const schema = fs.readFileSync(path.join(PRISMA_FOLDER, 'schema.prisma'), 'utf8');
const migrations = readMigrations(path.join(PRISMA_FOLDER, 'migrations'));

let database: TestDatabase;

beforeAll(async () => {
	database = await createTestDatabase();
});

afterAll(() => database.drop());

describe('the migrations', () => {
	it('make exactly what schema.prisma describes', async () => {
		const { engine, close } = await openSchemaEngine({
			databaseUrl: database.url,
			schema,
			migrations,
			adapt: withCatalogTypes,
		});
		const files = [{ path: 'schema.prisma', content: schema }];
		const difference = await engine.diff({
			from: { tag: 'schemaDatasource', configDir: 'prisma', files },
			to: { tag: 'schemaDatamodel', files },
			script: true,
			exitCode: true,
			shadowDatabaseUrl: null,
			filters: NO_FILTERS,
		} as Parameters<typeof engine.diff>[0]);
		await close();
		expect(difference.stdout?.trim()).toBe('-- This is an empty migration.');
		expect(difference.exitCode).toBe(0);
	});

	it('are recorded as Prisma itself records them', async () => {
		const { rows } = await database.pool.query(
			'SELECT migration_name, finished_at, rolled_back_at, applied_steps_count FROM _prisma_migrations',
		);
		expect(rows).toHaveLength(migrations.length);
		for (const row of rows)
			expect(row).toMatchObject({ finished_at: expect.any(Date), rolled_back_at: null, applied_steps_count: 1 });
	});

	it('have nothing left to do the second time', async () => {
		const lines: string[] = [];
		await applyMigrations(database.url, { say: (line) => lines.push(line) });
		expect(lines).toEqual([]);
	});
});

describe('a migration that failed', () => {
	it('is rolled back whole, said so, and tried again at the next start', async () => {
		const empty = await createTestDatabase({ template: 'template0' });
		const prismaFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'minicrm-migrations-'));
		const write = (name: string, script: string) => {
			fs.mkdirSync(path.join(prismaFolder, 'migrations', name), { recursive: true });
			fs.writeFileSync(path.join(prismaFolder, 'migrations', name, 'migration.sql'), script);
		};
		fs.writeFileSync(path.join(prismaFolder, 'schema.prisma'), 'datasource db {\n\tprovider = "postgresql"\n}\n');
		write('1_good', "CREATE TABLE one (text text DEFAULT 'a;b'); -- ends in a comment; without a new line");
		write('2_bad', 'CREATE TABLE two (); SELECT 1/0;');
		await expect(applyMigrations(empty.url, { prismaFolder })).rejects.toThrow(/2_bad[\s\S]*division by zero/);
		const tables = async () => {
			const { rows } = await empty.pool.query("SELECT to_regclass('one') AS one, to_regclass('two') AS two");
			return rows[0];
		};
		expect(await tables()).toEqual({ one: 'one', two: null });

		write('2_bad', 'CREATE TABLE two ();');
		await applyMigrations(empty.url, { prismaFolder });
		expect(await tables()).toEqual({ one: 'one', two: 'two' });
		fs.rmSync(prismaFolder, { recursive: true });
		await empty.drop();
	});
});
