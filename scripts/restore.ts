import path from 'node:path';
import { sayHistory } from './backup/last-backup.ts';
import { restoreBackup } from './backup/restore-backup.ts';
import { readConfig } from './launcher/config.ts';
import { openInstallation } from './launcher/installation.ts';
import { applyMigrations, MIGRATIONS_FOLDER } from './launcher/migrate.ts';
import { readMigrations } from './launcher/migration-files.ts';
import { Refusal } from './launcher/refusal.ts';
import { runUntilStopped } from './launcher/stopping.ts';

// npm run restore -- FILE [--force]: puts a backup into the installation's database, while MiniCRM does not run.
await runUntilStopped(async (stopping) => {
	const args = process.argv.slice(2);
	const [file, ...others] = args.filter((arg) => arg !== '--force');
	if (!file || others.length > 0 || file.startsWith('-'))
		throw new Refusal('Say which backup: npm run restore -- FILE, with --force to replace what the database holds.');
	const { databaseUrl } = await openInstallation(readConfig(process.env), {
		stopping,
		say: console.log,
		serves: false,
	});
	const manifest = await restoreBackup(databaseUrl, path.resolve(file), {
		migrations: readMigrations(MIGRATIONS_FOLDER),
		force: args.includes('--force'),
	});
	await applyMigrations(databaseUrl, { say: console.log });
	const rows = Object.values(manifest.tables).reduce((sum, table) => sum + table.rows, 0);
	console.log(
		[
			`Restored ${rows.toLocaleString('en')} rows, compared with what the backup says of them.`,
			...[sayHistory(manifest)].filter(Boolean),
			'Start MiniCRM with npm start.',
		].join(' '),
	);
	return 0;
});
