import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Migration } from '../launcher/migration-files.ts';
import { errorCode, Refusal } from '../launcher/refusal.ts';
import { withClient } from '../launcher/with-client.ts';
import { restoreBackup } from './restore-backup.ts';

const PREFIX = 'minicrm_verify_';

/** So long after its making a database that nobody is connected to was left by a trial that was cut off, in milliseconds. */
const LEFT_OVER = 3_600_000;

/**
 * Restores a backup into a database made for it, beside the one that was backed up, compares every table, and drops it.
 * Refuses where the server does not let its user make a database.
 */
export async function verifyBackup(databaseUrl: string, file: string, migrations: Migration[]): Promise<void> {
	const name = `${PREFIX}${Date.now()}_${randomUUID().slice(0, 8)}`;
	await withClient(databaseUrl, async (client) => {
		await dropLeftOver(client);
		await client.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`).catch((error) => {
			if (errorCode(error) !== '42501') throw error;
			throw new Refusal(
				`The backup ${file} is written but not verified: the database user may not make a database to try it in. Give it the right (ALTER ROLE … CREATEDB) and back up again.`,
			);
		});
		try {
			const scratch = new URL(databaseUrl);
			scratch.pathname = `/${name}`;
			await restoreBackup(scratch.href, file, { migrations });
		} finally {
			await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
		}
	});
}

async function dropLeftOver(client: pg.Client): Promise<void> {
	const { rows } = await client.query<{ name: string }>(
		`SELECT d.datname AS name FROM pg_database d WHERE d.datname LIKE $1 AND pg_has_role(d.datdba, 'MEMBER')
		 AND NOT EXISTS (SELECT FROM pg_stat_activity a WHERE a.datid = d.oid)`,
		[`${PREFIX.replaceAll('_', '\\_')}%`],
	);
	for (const { name } of rows) {
		const made = Number(/^minicrm_verify_(\d+)_[0-9a-f]{8}$/.exec(name)?.[1]);
		if (made < Date.now() - LEFT_OVER) await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)}`);
	}
}
