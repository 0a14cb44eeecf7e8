import fs from 'node:fs';
import path from 'node:path';
import { type Lock, tryLock } from './lock.ts';
import { replaceFile, writeOnce } from './private-file.ts';
import { errorCode, Refusal } from './refusal.ts';

/** The number of the data folder's layout; raised when an older MiniCRM could no longer read it. */
const LAYOUT = 1;

/** What a running MiniCRM tells about itself to other commands on the same data folder. */
export interface Run {
	pid: number;
	appPid: number | undefined;
	url: string;
	databaseUrl: string;
}

/** Refuses a data folder that belongs to somebody else or was made by a newer version; changes nothing, a missing one is fine. */
export function checkDataFolder(folder: string): void {
	const found = fs.statSync(folder, { throwIfNoEntry: false });
	if (!found) return;
	if (!found.isDirectory()) throw new Refusal(`${folder} is not a folder: set MINICRM_DATA_DIR to one.`);
	const user = process.getuid?.();
	if (user !== undefined && user !== 0 && found.uid !== user) {
		throw new Refusal(
			`The data folder ${folder} belongs to another user: start MiniCRM as that user, or choose another folder with MINICRM_DATA_DIR.`,
		);
	}
	const has = (name: string) => fs.existsSync(path.join(folder, name));
	if (!has('secrets.json') && (has('pg') || has('pg-location'))) {
		throw new Refusal(
			`The database in ${folder} has lost its password: restore secrets.json in that folder from a backup.`,
		);
	}
	const layout = readJson(path.join(folder, 'layout.json'))?.layout;
	if (typeof layout === 'number' && layout > LAYOUT) {
		throw new Refusal(
			`The data folder ${folder} was made by a newer version of MiniCRM: start that version, or a later one.`,
		);
	}
}

/** Creates the data folder, closed to other users, where it is missing. */
export function createDataFolder(folder: string): void {
	try {
		// The mode is for this one alone: closed folders above it would keep out the user that PostgreSQL runs as.
		fs.mkdirSync(path.dirname(folder), { recursive: true });
		if (!fs.existsSync(folder)) fs.mkdirSync(folder, { mode: 0o700 });
	} catch (error) {
		throw new Refusal(
			`The data folder ${folder} cannot be created (${errorCode(error)}): choose another place with MINICRM_DATA_DIR.`,
		);
	}
	writeOnce(path.join(folder, 'layout.json'), `${JSON.stringify({ layout: LAYOUT })}\n`);
}

/** The data folder's lock, held until this process ends however it ends; undefined while another MiniCRM has it. */
export function tryLockDataFolder(folder: string): Lock | undefined {
	return tryLock(path.join(folder, 'lock'));
}

/** Locks the data folder. Refuses while another MiniCRM runs on it. */
export function lockDataFolder(folder: string): Lock {
	const lock = tryLockDataFolder(folder);
	if (lock) {
		// What a killed one said of itself is no longer true.
		fs.rmSync(path.join(folder, 'run.json'), { force: true });
		return lock;
	}
	const run = readRun(folder);
	const details = run ? ` (pid ${run.pid}, at ${run.url})` : '';
	throw new Refusal(
		`MiniCRM already runs on the data folder ${folder}${details}: stop it first, or choose another with MINICRM_DATA_DIR.`,
	);
}

/** True where a lock was ever taken on this folder. */
export function hasLockFile(folder: string): boolean {
	return fs.existsSync(path.join(folder, 'lock'));
}

/** What the MiniCRM that runs on this data folder said of itself; undefined until its app answers. */
export function readRun(folder: string): Run | undefined {
	return readJson(path.join(folder, 'run.json')) as Run | undefined;
}

/** Tells other commands on this data folder that MiniCRM runs. The returned function takes it back. */
export function announceRun(folder: string, run: Run): () => void {
	const file = path.join(folder, 'run.json');
	replaceFile(file, `${JSON.stringify(run, null, '\t')}\n`);
	return () => fs.rmSync(file, { force: true });
}

function readJson(file: string): Record<string, unknown> | undefined {
	try {
		return JSON.parse(fs.readFileSync(file, 'utf8'));
	} catch (error) {
		if (error instanceof SyntaxError || errorCode(error) === 'ENOENT') return undefined;
		throw error;
	}
}
