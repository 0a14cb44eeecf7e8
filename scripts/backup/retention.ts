import fs from 'node:fs';
import path from 'node:path';
import { isBackup, isUnverified, outdated } from '../../src/lib/operations/backup-names.ts';

/** The backups of a folder by name, the newest first. */
export function listBackups(folder: string): string[] {
	return fs.readdirSync(folder).filter(isBackup).sort().reverse();
}

/** Removes the backups of a folder that are not needed any more; returns their names. */
export function removeOutdated(folder: string): string[] {
	const names = outdated(listBackups(folder));
	for (const name of names) fs.rmSync(path.join(folder, name));
	return names;
}

/** Backups that did not pass their trial: none to count on, though the newest is kept for who knows what to do with it. */
export function removeUnverified(folder: string): void {
	const [, ...others] = fs.readdirSync(folder).filter(isUnverified).sort().reverse();
	for (const name of others) fs.rmSync(path.join(folder, name));
}
