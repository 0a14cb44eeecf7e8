import { captureSpeech } from '../src/lib/operations/log.ts';
import { backupFolder, makeBackup } from './backup/make-backup.ts';
import { removeOutdated } from './backup/retention.ts';
import { readConfig } from './launcher/config.ts';
import { removeKeptDatabases } from './launcher/database-swap.ts';
import { findInstallation } from './launcher/find-installation.ts';
import { embeddedHome } from './launcher/postgres-place.ts';
import { Refusal } from './launcher/refusal.ts';
import { runUntilStopped } from './launcher/stopping.ts';

// npm run backup: writes everything into one file, tries it, and removes the backups that are not needed any more; whether
// MiniCRM runs or not. BACKUP_DIR names the folder.
if (process.env.LOG_FORMAT === 'json') captureSpeech();
await runUntilStopped(async (stopping) => {
	if (process.argv.length > 2) throw new Refusal('npm run backup takes no options; BACKUP_DIR names the folder.');
	const config = readConfig(process.env);
	const { databaseUrl } = await findInstallation(config, stopping);
	const { said } = await makeBackup(config, databaseUrl);
	console.log(said);
	for (const name of removeOutdated(backupFolder(config))) console.log(`Removed the older backup ${name}.`);
	for (const folder of removeKeptDatabases(embeddedHome(config.dataFolder), databaseUrl))
		console.log(`Removed ${folder}, the database as it was before the move to a newer PostgreSQL.`);
	return 0;
});
