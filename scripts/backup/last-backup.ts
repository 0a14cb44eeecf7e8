import path from 'node:path';
import { replaceFile } from '../launcher/private-file.ts';

/** Where a data folder says when it was last backed up. */
export const lastBackupFile = (dataFolder: string) => path.join(dataFolder, 'last-backup.json');

/** Writes down that a backup of so many rows was made, and how it was verified. The app's settings show it. */
export function noteBackup(dataFolder: string, rows: number, verified: 'restored' | 'read'): void {
	replaceFile(lastBackupFile(dataFolder), JSON.stringify({ at: new Date().toISOString(), rows, verified }));
}
