import path from 'node:path';
import { replaceFile } from '../launcher/private-file.ts';
import type { Manifest } from './format.ts';

/** Where a data folder says when it was last backed up. */
export const lastBackupFile = (dataFolder: string) => path.join(dataFolder, 'last-backup.json');

/** Writes down what a backup holds that was made now, and how it was verified. The app's settings show it. */
export function noteBackup(
	dataFolder: string,
	{ tables, historySince }: Manifest,
	verified: 'restored' | 'read',
): void {
	const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
	replaceFile(
		lastBackupFile(dataFolder),
		JSON.stringify({ at: new Date().toISOString(), rows, verified, historySince }),
	);
}

/** How far back what a backup holds can be undone, as a sentence. */
export function sayHistory({ historySince }: Pick<Manifest, 'historySince'>): string {
	return historySince ? `Undo in it reaches back to ${historySince.slice(0, 10)}.` : '';
}
