import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { Refusal } from './refusal.ts';

/** The user that the embedded server runs as; no ids where it is simply the present user. */
export interface PostgresUser {
	uid?: number;
	gid?: number;
}

const NOBODY: PostgresUser = { uid: 65534, gid: 65534 };

/**
 * Chooses that user. PostgreSQL refuses to run as root, so root hands it to the owner of the existing database or data
 * folder, and a new one to "nobody".
 */
export function choosePostgresUser(databaseFolder: string, dataFolder: string): PostgresUser {
	if (process.getuid?.() !== 0) return {};
	if (process.platform === 'darwin') {
		throw new Refusal(
			'The embedded PostgreSQL does not run as root on macOS: start MiniCRM as an ordinary user, or set DATABASE_URL.',
		);
	}
	for (const folder of [databaseFolder, dataFolder]) {
		const found = fs.statSync(folder, { throwIfNoEntry: false });
		if (found && found.uid !== 0) return { uid: found.uid, gid: found.gid };
	}
	return NOBODY;
}

/** True when the user may list what is in the folder, or at least pass through where `how` is 'pass'. */
export function canEnter(user: PostgresUser, folder: string, how: 'read' | 'pass' = 'read'): boolean {
	if (user.uid === undefined) return canEnterMyself(folder, how);
	const test = how === 'read' ? 'test -r "$1" && test -x "$1"' : 'test -x "$1"';
	return spawnSync('/bin/sh', ['-c', test, 'sh', folder], { ...user, cwd: '/' }).status === 0;
}

function canEnterMyself(folder: string, how: 'read' | 'pass'): boolean {
	try {
		fs.accessSync(folder, how === 'read' ? fs.constants.R_OK | fs.constants.X_OK : fs.constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

/** Creates a folder that only this user (and root) can enter. */
export function makePrivateFolder(user: PostgresUser, folder: string): void {
	fs.mkdirSync(folder, { mode: 0o700 });
	give(user, folder);
}

/** Hands a file or folder to this user. */
export function give(user: PostgresUser, file: string): void {
	if (user.uid !== undefined && user.gid !== undefined) fs.chownSync(file, user.uid, user.gid);
}

/** Creates a private folder of this user among the system's temporary ones; PostgreSQL's socket goes there. */
export function makeSocketFolder(user: PostgresUser, temporary: string): string {
	// A socket's path has room for about 100 bytes, and a user's own temporary folder may be closed to others.
	const usable = temporary.length < 70 && canEnter(user, temporary, 'pass');
	const folder = fs.mkdtempSync(path.join(usable ? temporary : '/tmp', 'minicrm-pg-'));
	fs.chmodSync(folder, 0o700);
	give(user, folder);
	return folder;
}
