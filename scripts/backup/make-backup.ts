import fs from 'node:fs';
import path from 'node:path';
import { CHECKOUT, type Config } from '../launcher/config.ts';
import { noteData } from '../launcher/known-database.ts';
import { MIGRATIONS_FOLDER } from '../launcher/migrate.ts';
import { readMigrations } from '../launcher/migration-files.ts';
import { giveToFolderOwner } from '../launcher/private-file.ts';
import { Refusal } from '../launcher/refusal.ts';
import { noteBackup } from './last-backup.ts';
import { removeOutdated } from './retention.ts';
import { verifyBackup } from './verify-backup.ts';
import { writeBackup } from './write-backup.ts';

/** Where an installation's backups are. */
export const backupFolder = ({ dataFolder, backupDir }: Config) =>
	path.resolve(CHECKOUT, backupDir ?? path.join(dataFolder, 'backups'));

/**
 * Backs an installation's database up into its folder and tries the backup; returns a sentence that says so. `purpose` comes
 * into the name of one that is kept for something.
 */
export async function makeBackup(config: Config, databaseUrl: string, purpose?: string): Promise<string> {
	const folder = backupFolder(config);
	if (fs.mkdirSync(folder, { recursive: true, mode: 0o700 })) giveToFolderOwner(folder);
	const { version } = JSON.parse(fs.readFileSync(path.join(CHECKOUT, 'package.json'), 'utf8'));
	const { file, manifest } = await writeBackup(databaseUrl, folder, { version, purpose });
	try {
		await verifyBackup(databaseUrl, file, readMigrations(MIGRATIONS_FOLDER));
	} catch (error) {
		// a start that is tried again and again would fill the disk
		if (purpose) fs.rmSync(file);
		throw error;
	}
	const tables = Object.values(manifest.tables);
	const rows = tables.reduce((sum, table) => sum + table.rows, 0);
	noteBackup(config.dataFolder, rows);
	noteData(config.dataFolder);
	const size = (fs.statSync(file).size / 1_000_000).toFixed(1);
	return `${file}: ${rows.toLocaleString('en')} rows of ${tables.length} tables, ${size} MB, restored on trial and found equal.`;
}

/** Backs up before the first of some migrations. Refuses to go on where that fails, and says how to do without. */
export async function backUpBefore(config: Config, databaseUrl: string, migration: string): Promise<string> {
	try {
		const said = await makeBackup(config, databaseUrl, `before-${migration}`);
		removeOutdated(backupFolder(config));
		return said;
	} catch (error) {
		const reason = (error as Error).message.replace(/\.$/, '');
		throw new Refusal(
			`The new version changes the database, and the backup before that failed: ${reason}. Nothing was changed. Mend it and start again, or back up by other means and start once with BACKUP_BEFORE_MIGRATION=off.`,
			{ cause: error },
		);
	}
}
