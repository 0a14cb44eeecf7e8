import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { checksumOf, type Migration } from './migration-files.ts';

/** Prisma’s table of applied migrations, as its schema engine creates it. */
const HISTORY_TABLE = `
	CREATE TABLE IF NOT EXISTS public._prisma_migrations (
		id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ, migration_name VARCHAR(255) NOT NULL,
		logs TEXT, rolled_back_at TIMESTAMPTZ, started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0
	)`;

/**
 * Runs one migration in the caller’s transaction and records it as Prisma does. The record is part of the transaction, so a
 * process that is killed leaves the migration either applied and recorded, or neither.
 */
export async function runMigration(client: pg.Client, { name, script }: Migration): Promise<void> {
	// a role or a pooler may have set others
	await client.query('SET LOCAL search_path = public; SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0');
	await client.query(HISTORY_TABLE);
	const id = randomUUID();
	await client.query(
		`INSERT INTO public._prisma_migrations (id, checksum, migration_name, started_at) VALUES ($1, $2, $3, clock_timestamp())`,
		[id, checksumOf(script), name],
	);
	await client.query(script);
	await client.query(
		'UPDATE public._prisma_migrations SET finished_at = clock_timestamp(), applied_steps_count = 1 WHERE id = $1',
		[id],
	);
}
