import fs from 'node:fs';
import path from 'node:path';
import { freeSpace, isDiskFull, readableSize } from '../../src/lib/operations/disk-space.ts';
import { CHECKOUT, type Config } from '../launcher/config.ts';
import { fullDisk, refuseFullDisk } from '../launcher/full-disk.ts';
import { noteData } from '../launcher/known-database.ts';
import { MIGRATIONS_FOLDER } from '../launcher/migrate.ts';
import { readMigrations } from '../launcher/migration-files.ts';
import { embeddedHome } from '../launcher/postgres-place.ts';
import { giveToFolderOwner } from '../launcher/private-file.ts';
import { Refusal } from '../launcher/refusal.ts';
import { withClient } from '../launcher/with-client.ts';
import { noteBackup, sayHistory } from './last-backup.ts';
import { listBackups, removeOutdated, removeUnverified } from './retention.ts';
import { type Verification, verifyBackup } from './verify-backup.ts';
import { type Backup, writeBackup } from './write-backup.ts';

/** Where an installation's backups are. */
export const backupFolder = ({ dataFolder, backupDir }: Config) =>
	path.resolve(CHECKOUT, backupDir ?? path.join(dataFolder, 'backups'));

/** What a backup leaves free on a disk, in bytes. */
const MARGIN = 64_000_000;

export interface BackupOptions {
	/** Comes into the name of a backup that is kept for something. */
	purpose?: string;
	/** Why it is only read back, and not restored on trial. */
	noTrial?: string;
}

/**
 * Backs an installation's database up into its folder and verifies the backup; returns its path and a sentence that says so.
 * One that does not pass is put aside, and counts as none.
 */
export async function makeBackup(
	config: Config,
	databaseUrl: string,
	{ purpose, noTrial }: BackupOptions = {},
): Promise<{ file: string; said: string }> {
	const folder = backupFolder(config);
	if (fs.mkdirSync(folder, { recursive: true, mode: 0o700 })) giveToFolderOwner(folder);
	const bytes = await databaseSize(databaseUrl);
	// packed, a backup is as large as the last one, or else a fraction of the database
	refuseFullDisk(folder, MARGIN + Math.max(lastSize(folder), bytes / 10), 'A backup');
	const { version } = JSON.parse(fs.readFileSync(path.join(CHECKOUT, 'package.json'), 'utf8'));
	const migrations = readMigrations(MIGRATIONS_FOLDER);
	let verification: Verification = { how: 'restored' };
	const verify = async (written: string) => {
		try {
			verification = await verifyBackup(databaseUrl, written, {
				migrations,
				noTrial: noTrial ?? noSpaceForTrial(config, bytes),
			});
		} catch (error) {
			throw putAside(written, error);
		}
	};
	const backup = await writeBackup(databaseUrl, folder, { version, purpose, verify }).catch((error) => {
		throw isDiskFull(error) ? new Refusal(fullDisk(folder, freeSpace(folder).free), { cause: error }) : error;
	});
	removeUnverified(folder);
	return { file: backup.file, said: note(config, backup, verification) };
}

function note({ dataFolder }: Config, { file, manifest }: Backup, verification: Verification): string {
	const tables = Object.values(manifest.tables);
	const rows = tables.reduce((sum, table) => sum + table.rows, 0);
	noteBackup(dataFolder, manifest, verification.how);
	noteData(dataFolder);
	const size = (fs.statSync(file).size / 1_000_000).toFixed(1);
	const how =
		verification.how === 'restored'
			? 'restored on trial and found equal.'
			: `read back and found equal. It was not restored on trial, because ${verification.why}.`;
	return `${file}: ${rows.toLocaleString('en')} rows of ${tables.length} tables, ${size} MB, ${how} ${sayHistory(manifest)}`.trimEnd();
}

/** Gives a backup that did not pass another name, under which it displaces none; returns what to say of it. */
function putAside(written: string, error: unknown): Refusal {
	const aside = written.replace(/\.backup\.gz\.[0-9a-f-]+\.partial$/, '-unverified.backup.gz');
	fs.renameSync(written, aside);
	removeUnverified(path.dirname(aside));
	const reason = (error as Error).message.replaceAll(written, aside).replace(/\.$/, '');
	return new Refusal(
		`The new backup did not pass its trial: ${reason}. It is kept as ${aside} and counts as none; earlier backups stay as they are.`,
		{ cause: error },
	);
}

async function databaseSize(databaseUrl: string): Promise<number> {
	const { rows } = await withClient(databaseUrl, (client) =>
		client.query<{ bytes: string }>('SELECT pg_database_size(current_database()) AS bytes'),
	);
	return Number(rows[0]?.bytes ?? 0);
}

function lastSize(folder: string): number {
	const [last] = listBackups(folder);
	return last ? fs.statSync(path.join(folder, last)).size : 0;
}

/** Why a backup is not restored beside the embedded database: what it would need could stop the one that is in use. */
function noSpaceForTrial({ databaseUrl, dataFolder }: Config, bytes: number): string | undefined {
	if (databaseUrl) return undefined;
	const { folder, free } = freeSpace(embeddedHome(dataFolder));
	const needed = MARGIN + bytes * 1.5;
	return free < needed
		? `that needs ${readableSize(needed)} on the disk with ${folder}, where ${readableSize(free)} are free`
		: undefined;
}

/** Backs up before the first of some migrations. Refuses to go on where that fails, and says how to do without. */
export async function backUpBefore(config: Config, databaseUrl: string, migration: string): Promise<string> {
	try {
		const { said } = await makeBackup(config, databaseUrl, { purpose: `before-${migration}` });
		removeOutdated(backupFolder(config));
		return said;
	} catch (error) {
		const reason = (error as Error).message.replace(/\.$/, '');
		throw new Refusal(
			`The new version changes the database, and the backup before that failed: ${reason}. Nothing was changed. Solve this and start again, or back up by other means and start once with BACKUP_BEFORE_MIGRATION=off.`,
			{ cause: error },
		);
	}
}
