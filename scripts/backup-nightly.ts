import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { captureSpeech, logsJson } from '../src/lib/log.ts';
import { lastBackupFile } from './backup/last-backup.ts';
import { pauseAfter } from './backup/pauses.ts';
import { runInForeground } from './launcher/child.ts';
import { readConfig } from './launcher/config.ts';
import { runUntilStopped } from './launcher/stopping.ts';

// What the backup container runs: a backup when the last one is a day old. Where it fails it is tried again, each time after
// twice as long: what a moment's trouble was is made up for soon, and what lasts is not met a hundred times a day.
const DAY = 24 * 3_600_000;
const BACKUP = ['--disable-warning=ExperimentalWarning', path.join(import.meta.dirname, 'backup.ts')];

await runUntilStopped(async (stopping) => {
	if (logsJson) captureSpeech();
	const env = { ...process.env, LOG_FORMAT: logsJson ? 'json' : 'text' };
	const { dataFolder } = readConfig(process.env);
	const { signal } = stopping;
	for (let failures = 0; ; ) {
		await pause(Math.max(0, lastBackup(dataFolder) + DAY - Date.now()), undefined, { signal });
		const code = await runInForeground(process.execPath, BACKUP, env, stopping);
		if (code === 0 && isRecent(dataFolder)) failures = 0;
		else {
			const again = pauseAfter(++failures);
			console.error(`No backup was made: see the lines above. Trying again in ${again / 60_000} minutes.`);
			await pause(again, undefined, { signal });
		}
	}
});

/** Whether the backup that has just been made was written down, so that the next one waits for a day. */
const isRecent = (dataFolder: string) => lastBackup(dataFolder) > Date.now() - DAY;

/** When the last backup was made and verified; long ago where there is none. */
function lastBackup(dataFolder: string): number {
	try {
		return Date.parse(JSON.parse(fs.readFileSync(lastBackupFile(dataFolder), 'utf8')).at) || 0;
	} catch {
		return 0;
	}
}
