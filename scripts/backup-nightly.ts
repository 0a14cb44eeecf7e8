import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { captureSpeech, logsJson } from '../src/lib/log.ts';
import { lastBackupFile } from './backup/last-backup.ts';
import { runInForeground } from './launcher/child.ts';
import { readConfig } from './launcher/config.ts';
import { runUntilStopped } from './launcher/stopping.ts';

// What the backup container runs: a backup when the last one is a day old, tried again every ten minutes where it fails.
const DAY = 24 * 3_600_000;
const AGAIN = 10 * 60_000;
const BACKUP = ['--disable-warning=ExperimentalWarning', path.join(import.meta.dirname, 'backup.ts')];

await runUntilStopped(async (stopping) => {
	if (logsJson) captureSpeech();
	const env = { ...process.env, LOG_FORMAT: logsJson ? 'json' : 'text' };
	const { dataFolder } = readConfig(process.env);
	const { signal } = stopping;
	for (;;) {
		await pause(Math.max(0, lastBackup(dataFolder) + DAY - Date.now()), undefined, { signal });
		const code = await runInForeground(process.execPath, BACKUP, env, stopping);
		if (code !== 0) {
			console.error('There was no backup: the lines above say why. It is tried again in ten minutes.');
			await pause(AGAIN, undefined, { signal });
		}
	}
});

/** When the last backup was made and tried; long ago where there is none. */
function lastBackup(dataFolder: string): number {
	try {
		return Date.parse(JSON.parse(fs.readFileSync(lastBackupFile(dataFolder), 'utf8')).at) || 0;
	} catch {
		return 0;
	}
}
