import fs from 'node:fs';
import path from 'node:path';
import { syncFolder } from './private-file.ts';

/** Where a new database is made while the present one is still in its place. */
export const nextDatabase = (home: string) => path.join(home, 'pg-next');

/** Where a new database waits, whole and verified, for the present one to leave. */
export const readyDatabase = (home: string) => path.join(home, 'pg-ready');

const presentDatabase = (home: string) => path.join(home, 'pg');

/** Puts the next database in the place of the present one, which is kept beside it; returns where. */
export function swapDatabases(home: string, from: string, to: string): string {
	fs.renameSync(nextDatabase(home), readyDatabase(home));
	syncFolder(home);
	const name = path.join(home, `pg-${from}-before-${to}`);
	const kept = fs.existsSync(name) ? `${name}-${Date.now()}` : name;
	fs.renameSync(presentDatabase(home), kept);
	syncFolder(home);
	finishSwap(home);
	return kept;
}

/**
 * Completes a swap that was cut off after the present database had left. Where that is still there, what is ready is out of
 * date: an older MiniCRM may have written to the present one since.
 */
export function finishSwap(home: string): void {
	if (fs.existsSync(presentDatabase(home)) || !fs.existsSync(readyDatabase(home))) return;
	fs.renameSync(readyDatabase(home), presentDatabase(home));
	syncFolder(home);
}

/** Removes what swaps have kept, once the database at this URL, if it is the one beside them, has a backup; returns the folders. */
export function removeKeptDatabases(home: string, backedUpUrl: string): string[] {
	if (!isServedFrom(presentDatabase(home), backedUpUrl)) return [];
	const kept = fs.readdirSync(home).filter((name) => /^pg-\d+-before-\d+(-\d+)?$/.test(name));
	const folders = kept.map((name) => path.join(home, name));
	for (const folder of folders) fs.rmSync(folder, { recursive: true });
	return folders;
}

/** Whether a URL leads to the server that runs on a database's folder, by the socket that its pid file names. */
function isServedFrom(database: string, url: string): boolean {
	const pidFile = path.join(database, 'postmaster.pid');
	const socketFolder = fs.existsSync(pidFile) ? fs.readFileSync(pidFile, 'utf8').split('\n')[4] : undefined;
	return socketFolder !== undefined && socketFolder === new URL(url).searchParams.get('host');
}
