import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { finishSwap } from './database-swap.ts';
import { type Lock, tryLock } from './lock.ts';
import { SHARED_FOLDER } from './postgres-binaries.ts';
import { canEnter, choosePostgresUser, type PostgresUser } from './postgres-user.ts';
import { errorCode, Refusal } from './refusal.ts';

/** Where the embedded database of a data folder lies, and who runs it. */
export interface PostgresPlace {
	user: PostgresUser;
	/** The folder around the database; the server's user can pass through it. */
	home: string;
	/** PostgreSQL's own data folder; missing before the first start. */
	database: string;
	logFile: string;
	/** The file that remembers `home` once the database is there, where home is not the data folder. */
	locationFile?: string;
	/** Keeps two copies of one data folder from running the same database. */
	lock?: Lock;
}

/** The folder around the embedded database of a data folder; the data folder itself where there is none yet. */
export function embeddedHome(dataFolder: string): string {
	return rememberedHome(dataFolder) ?? dataFolder;
}

/** The major version of PostgreSQL that made the embedded database of a data folder; undefined where there is none. */
export function databaseMajor(dataFolder: string): string | undefined {
	return readText(path.join(embeddedHome(dataFolder), 'pg', 'PG_VERSION'));
}

/** Finds, or chooses, where the embedded database of this data folder lies. Refuses one that is lost or out of reach. */
export function findPostgresPlace(dataFolder: string, say: (line: string) => void): PostgresPlace {
	const folder = fs.realpathSync(dataFolder);
	const remembered = rememberedHome(folder);
	const home = remembered ?? folder;
	const lock = remembered && fs.existsSync(home) ? lockHome(home) : undefined;
	finishSwap(home);
	const user = choosePostgresUser(path.join(home, 'pg'), folder);
	const place = (at: string): PostgresPlace => ({
		user,
		home: at,
		database: path.join(at, 'pg'),
		logFile: path.join(folder, 'postgres.log'),
	});
	if (user.uid !== undefined) letPass(home, user);
	if (fs.existsSync(path.join(home, 'pg')) || remembered) {
		checkExisting(folder, home, user);
		return lock ? { ...place(home), lock } : place(home);
	}
	if (canEnter(user, folder, 'pass')) return place(folder);
	const chosen = chooseHome(folder);
	say(`The database goes to ${chosen}, as PostgreSQL does not run as root and its user cannot enter ${folder}.`);
	return { ...place(chosen), locationFile: path.join(folder, 'pg-location'), lock: lockHome(chosen) };
}

function checkExisting(folder: string, home: string, user: PostgresUser): void {
	if (!fs.existsSync(path.join(home, 'pg', 'PG_VERSION'))) {
		throw new Refusal(
			`The database of ${folder} is missing from ${path.join(home, 'pg')}: put it back from a backup, or choose another folder with MINICRM_DATA_DIR.`,
		);
	}
	if (canEnter(user, home, 'pass')) return;
	throw new Refusal(
		`The database in ${home} cannot be reached by the user that PostgreSQL runs as (uid ${user.uid}), because a folder above it is closed: open it with chmod o+x, or move the data folder.`,
	);
}

/** Lets the server's user through a folder of root's; says nothing about the folders above it. */
function letPass(home: string, user: PostgresUser): void {
	const found = fs.statSync(home, { throwIfNoEntry: false });
	if (found && found.uid === 0 && user.uid !== 0) fs.chmodSync(home, (found.mode & 0o7777) | 0o011);
}

function chooseHome(folder: string): string {
	const home = path.join(SHARED_FOLDER, createHash('sha256').update(folder).digest('hex').slice(0, 16));
	fs.mkdirSync(SHARED_FOLDER, { recursive: true, mode: 0o755 });
	// An unknown database at our name is of a data folder that was removed: keep it, out of the way.
	if (fs.existsSync(path.join(home, 'pg'))) fs.renameSync(home, `${home}.before-${Date.now()}`);
	fs.mkdirSync(home, { recursive: true, mode: 0o711 });
	fs.chmodSync(SHARED_FOLDER, 0o755);
	fs.chmodSync(home, 0o711);
	return home;
}

function lockHome(home: string): Lock {
	const lock = tryLock(path.join(home, 'lock'));
	if (lock) return lock;
	throw new Refusal(`The database in ${home} is in use by a MiniCRM with a copy of this data folder: stop it first.`);
}

function rememberedHome(folder: string): string | undefined {
	return readText(path.join(folder, 'pg-location'));
}

function readText(file: string): string | undefined {
	try {
		return fs.readFileSync(file, 'utf8').trim();
	} catch (error) {
		if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return undefined;
		throw error;
	}
}
