import fs from 'node:fs';
import path from 'node:path';
import { captureConsole } from '../src/lib/log.ts';
import { noteBackup } from './backup/last-backup.ts';
import { removeOutdated } from './backup/retention.ts';
import { verifyBackup } from './backup/verify-backup.ts';
import { writeBackup } from './backup/write-backup.ts';
import { CHECKOUT, readConfig } from './launcher/config.ts';
import { findInstallation } from './launcher/find-installation.ts';
import { MIGRATIONS_FOLDER } from './launcher/migrate.ts';
import { readMigrations } from './launcher/migration-files.ts';
import { giveToFolderOwner } from './launcher/private-file.ts';
import { Refusal } from './launcher/refusal.ts';
import { runUntilStopped } from './launcher/stopping.ts';

// npm run backup: writes everything into one file, tries it, and removes the backups that are not needed any more; whether
// MiniCRM runs or not. BACKUP_DIR names the folder.
if (process.env.LOG_FORMAT === 'json') captureConsole();
await runUntilStopped(async (stopping) => {
	if (process.argv.length > 2) throw new Refusal('npm run backup takes no options; BACKUP_DIR names the folder.');
	const config = readConfig(process.env);
	const { databaseUrl } = await findInstallation(config, stopping);
	const folder = path.resolve(CHECKOUT, process.env.BACKUP_DIR || path.join(config.dataFolder, 'backups'));
	if (fs.mkdirSync(folder, { recursive: true, mode: 0o700 })) giveToFolderOwner(folder);
	const { version } = JSON.parse(fs.readFileSync(path.join(CHECKOUT, 'package.json'), 'utf8'));
	const { file, manifest } = await writeBackup(databaseUrl, folder, version);
	await verifyBackup(databaseUrl, file, readMigrations(MIGRATIONS_FOLDER));
	const tables = Object.values(manifest.tables);
	const rows = tables.reduce((sum, table) => sum + table.rows, 0);
	noteBackup(config.dataFolder, rows);
	const size = (fs.statSync(file).size / 1_000_000).toFixed(1);
	console.log(
		`${file}: ${rows.toLocaleString('en')} rows of ${tables.length} tables, ${size} MB, restored on trial and found equal.`,
	);
	for (const name of removeOutdated(folder)) console.log(`Removed the older backup ${name}.`);
	return 0;
});
