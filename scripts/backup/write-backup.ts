import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { connectionConfig } from '../../src/lib/operations/db-connection.ts';
import { giveToFolderOwner, syncFolder } from '../launcher/private-file.ts';
import { Refusal } from '../launcher/refusal.ts';
import { BackupWriter, type Manifest } from './format.ts';
import { applyBackupSettings, copyRows, readSequences, readTables } from './tables.ts';

/** A backup that was written. */
export interface Backup {
	file: string;
	manifest: Manifest;
}

/** The name of a backup of a moment, perhaps with what it was made for; they sort by it. */
export const backupName = (at: Date, purpose?: string) =>
	`${['minicrm', at.toISOString().replace(/[-:]|\.\d+/g, ''), purpose].filter(Boolean).join('-')}.backup.gz`;

export interface WriteOptions {
	/** The version of MiniCRM. */
	version: string;
	/** What it is made for, where that comes into its name. */
	purpose?: string | undefined;
	/** Tries what was written before it takes its name; where it throws, the file is removed unless it has been put elsewhere. */
	verify?: (written: string) => Promise<void>;
}

/** Writes everything that a database held at one moment into a new file of a folder, whole or not at all. */
export async function writeBackup(
	databaseUrl: string,
	folder: string,
	{ version, purpose, verify }: WriteOptions,
): Promise<Backup> {
	const file = path.join(folder, backupName(new Date(), purpose));
	if (fs.existsSync(file)) throw new Refusal(`There is a backup of this very second already: ${file}.`);
	removePartials(folder);
	const temporary = `${file}.${randomUUID()}.partial`;
	const client = new pg.Client(connectionConfig(databaseUrl, { withOptions: false }));
	// a cut is told by the query that meets it; without a listener it would end the process
	client.on('error', () => {});
	await client.connect();
	const writer = new BackupWriter(temporary);
	try {
		await applyBackupSettings(client);
		await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
		const manifest = await writeAll(client, writer, version);
		await client.query('COMMIT');
		await writer.end();
		giveToFolderOwner(temporary);
		await verify?.(temporary);
		fs.renameSync(temporary, file);
		syncFolder(folder);
		return { file, manifest };
	} catch (error) {
		await writer.abandon();
		fs.rmSync(temporary, { force: true });
		throw error;
	} finally {
		await client.end().catch(() => {});
	}
}

/** Removes what a backup that was cut off has left, a day later. */
function removePartials(folder: string): void {
	for (const name of fs.readdirSync(folder)) {
		const file = path.join(folder, name);
		if (/^minicrm-.*\.partial$/.test(name) && fs.statSync(file).mtimeMs < Date.now() - 86_400_000) fs.rmSync(file);
	}
}

/** When the oldest change was made that the history knows. */
async function readHistorySince(client: pg.Client): Promise<string | null> {
	const { rows } = await client.query<{ since: Date | null }>('SELECT min(at) AS since FROM change_set');
	return rows[0]?.since?.toISOString() ?? null;
}

async function writeAll(client: pg.Client, writer: BackupWriter, version: string): Promise<Manifest> {
	const { rows } = await client.query<{ name: string }>(`
		SELECT migration_name AS name FROM _prisma_migrations
		WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`);
	const manifest: Manifest = { tables: {}, sequences: {} };
	await writer.line({
		format: 'minicrm-backup',
		version: 1,
		app: version,
		createdAt: new Date().toISOString(),
		migrations: rows.map(({ name }) => name),
	});
	for (const table of await readTables(client)) {
		await writer.line({ table: table.name, columns: table.columns });
		manifest.tables[table.name] = await copyRows(client, table, (chunk) => writer.bytes(chunk));
		await writer.endRows();
	}
	manifest.historySince = await readHistorySince(client);
	// after the rows, so that no sequence stands behind what they hold
	manifest.sequences = await readSequences(client);
	await writer.line({ manifest });
	return manifest;
}
