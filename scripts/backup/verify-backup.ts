import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { isDiskFull } from '../../src/lib/operations/disk-space.ts';
import type { Migration } from '../launcher/migration-files.ts';
import { errorCode } from '../launcher/refusal.ts';
import { withClient } from '../launcher/with-client.ts';
import { checkBackup } from './check-backup.ts';
import { restoreBackup } from './restore-backup.ts';

/** How a backup was verified: restored on trial, or else read back, and why only that. */
export type Verification = { how: 'restored' } | { how: 'read'; why: string };

/**
 * Verifies a backup: reads it back and compares it with its own sums, then restores it into a database made for it, beside
 * the one that was backed up, compares every table again, and drops it. Refuses a backup that is not what was written. Only
 * reads where `noTrial` says why, where the user may not make a database, or where the server's disk has no space for one.
 */
export async function verifyBackup(
	databaseUrl: string,
	file: string,
	{ migrations, noTrial }: { migrations: Migration[]; noTrial?: string | undefined },
): Promise<Verification> {
	await checkBackup(file);
	if (noTrial) return { how: 'read', why: noTrial };
	try {
		await restoreOnTrial(databaseUrl, file, migrations);
		return { how: 'restored' };
	} catch (error) {
		if (error instanceof NoRight)
			return {
				how: 'read',
				why: 'the database user may not make a database to restore it into (ALTER ROLE … CREATEDB lets it)',
			};
		if (isDiskFull(error)) return { how: 'read', why: 'the disk of the database has no space for that' };
		throw error;
	}
}

/** The database user may not make databases. */
class NoRight extends Error {}

async function restoreOnTrial(databaseUrl: string, file: string, migrations: Migration[]): Promise<void> {
	await withClient(databaseUrl, async (client) => {
		const prefix = await trialPrefix(client);
		await dropLeftOver(client, prefix);
		const name = `${prefix}${randomUUID().slice(0, 8)}`;
		// held by this connection: others see by it that the database is in use, also before anybody is connected to it
		await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [name]);
		try {
			await client.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`).catch((error) => {
				throw errorCode(error) === '42501' ? new NoRight() : error;
			});
			const scratch = new URL(databaseUrl);
			scratch.pathname = `/${name}`;
			await restoreBackup(scratch.href, file, { migrations });
		} finally {
			await drop(databaseUrl, client, name);
		}
	});
}

/** Drops a database, over another connection where the first one is gone. */
async function drop(databaseUrl: string, client: pg.Client, name: string): Promise<void> {
	const statement = `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`;
	await client.query(statement).catch(() => withClient(databaseUrl, (other) => other.query(statement)));
}

/** What the names of a database's trials begin with. It differs for each database of a server, and so do the locks. */
export async function trialPrefix(client: pg.ClientBase): Promise<string> {
	const { rows } = await client.query<{ oid: number }>(
		'SELECT oid FROM pg_database WHERE datname = current_database()',
	);
	return `minicrm_verify_${rows[0]?.oid}_`;
}

/** Drops what trials left behind that were cut off. */
async function dropLeftOver(client: pg.Client, prefix: string): Promise<void> {
	const { rows } = await client.query<{ name: string }>(
		`SELECT d.datname AS name FROM pg_database d WHERE starts_with(d.datname, $1) AND pg_has_role(d.datdba, 'MEMBER')`,
		[prefix],
	);
	for (const { name } of rows) {
		const lock = await client.query<{ free: boolean }>('SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS free', [
			name,
		]);
		const leftOver = client.escapeIdentifier(name);
		if (lock.rows[0]?.free) await client.query(`DROP DATABASE IF EXISTS ${leftOver} WITH (FORCE)`);
	}
}
