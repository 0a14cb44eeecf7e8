import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Migration } from '../launcher/migration-files.ts';
import { errorCode, Refusal } from '../launcher/refusal.ts';
import { restoreBackup } from './restore-backup.ts';

/**
 * Restores a backup into a database made for it, beside the one that was backed up, compares every table, and drops it.
 * Refuses where the server does not let its user make a database.
 */
export async function verifyBackup(databaseUrl: string, file: string, migrations: Migration[]): Promise<void> {
	const name = `minicrm_verify_${randomUUID().replaceAll('-', '')}`;
	const client = new pg.Client({ connectionString: databaseUrl });
	await client.connect();
	try {
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
	} finally {
		await client.end();
	}
}
