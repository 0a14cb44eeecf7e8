import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { madeAt } from '../src/lib/operations/backup-names.ts';
import { captureSpeech, logsJson } from '../src/lib/operations/log.ts';
import { lastBackupFile } from './backup/last-backup.ts';
import { backupFolder } from './backup/make-backup.ts';
import { backUpNightly } from './backup/nightly.ts';
import { listBackups } from './backup/retention.ts';
import { runInForeground } from './launcher/child.ts';
import { type Config, readConfig } from './launcher/config.ts';
import { runUntilStopped } from './launcher/stopping.ts';

// What the backup container runs.
const BACKUP = ['--disable-warning=ExperimentalWarning', path.join(import.meta.dirname, 'backup.ts')];

await runUntilStopped(async (stopping) => {
	if (logsJson) captureSpeech();
	const env = { ...process.env, LOG_FORMAT: logsJson ? 'json' : 'text' };
	const config = readConfig(process.env);
	return backUpNightly({
		now: Date.now,
		pause: (milliseconds) => pause(milliseconds, undefined, { signal: stopping.signal }),
		noted: () => noted(config),
		backUp: async () => {
			const begun = Date.now();
			await runInForeground(process.execPath, BACKUP, env, stopping);
			return isThere(config, begun);
		},
		say: console.error,
	});
});

/** When the last backup was noted as made and verified; long ago where there is none. */
function noted({ dataFolder }: Config): number {
	try {
		return Date.parse(JSON.parse(fs.readFileSync(lastBackupFile(dataFolder), 'utf8')).at) || 0;
	} catch {
		return 0;
	}
}

/** Whether a backup has been made since a moment. One has its name only when it has passed. */
function isThere(config: Config, since: number): boolean {
	if (noted(config) >= since) return true;
	try {
		// names tell the second
		return listBackups(backupFolder(config)).some((name) => (madeAt(name) ?? 0) > since - 1_000);
	} catch {
		return false;
	}
}
