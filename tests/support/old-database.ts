import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { CHECKOUT } from '../../scripts/launcher/config.ts';
import { applyMigrations } from '../../scripts/launcher/migrate.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';

const PRISMA_FOLDER = path.join(CHECKOUT, 'prisma');

/** A database as it was before a migration: with all that come before it. */
export async function createDatabaseBefore(migration: string): Promise<TestDatabase> {
	const database = await createTestDatabase({ template: 'template0' });
	await migrateBefore(database.url, migration);
	return database;
}

/** Brings an empty database to where it was before a migration. */
export async function migrateBefore(databaseUrl: string, migration: string): Promise<void> {
	const prismaFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'minicrm-before-'));
	const all = fs.readdirSync(path.join(PRISMA_FOLDER, 'migrations'));
	for (const name of all.filter((each) => each < migration))
		fs.cpSync(path.join(PRISMA_FOLDER, 'migrations', name), path.join(prismaFolder, 'migrations', name), {
			recursive: true,
		});
	await applyMigrations(databaseUrl, { prismaFolder });
	fs.rmSync(prismaFolder, { recursive: true });
}
