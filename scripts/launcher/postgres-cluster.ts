import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { runToEnd } from './child.ts';
import type { PostgresPlace } from './postgres-place.ts';
import { give, makePrivateFolder } from './postgres-user.ts';
import { replaceFile, syncFolder } from './private-file.ts';
import { Refusal } from './refusal.ts';

/** The environment of PostgreSQL's own programs: nothing of the user's may change what they do. */
export const POSTGRES_ENV: NodeJS.ProcessEnv = {
	NODE_ENV: 'production',
	PATH: process.env.PATH,
	LC_ALL: 'C',
	TZ: 'UTC',
};

/** The name of the superuser that owns the embedded database. */
export const POSTGRES_ROLE = 'minicrm';

/**
 * Creates PostgreSQL's data folder under another name and renames it when it is whole, so that a kill at any moment
 * leaves none that is half made.
 */
export async function createCluster(
	place: PostgresPlace,
	options: { binaries: string; password: string; durable: boolean; signal?: AbortSignal },
): Promise<void> {
	removeLeftovers(place.home);
	const unfinished = path.join(place.home, `pg.new-${randomUUID()}`);
	makePrivateFolder(place.user, unfinished);
	const passwordFile = `${unfinished}.password`;
	fs.writeFileSync(passwordFile, `${options.password}\n`, { mode: 0o600, flag: 'wx' });
	give(place.user, passwordFile);
	try {
		const { code, output } = await runToEnd(
			path.join(options.binaries, 'bin', 'initdb'),
			initdbArguments(unfinished, passwordFile, options.durable),
			{ ...place.user, cwd: '/', env: POSTGRES_ENV, signal: options.signal },
		);
		if (code !== 0) throw new Refusal(`PostgreSQL could not create its database: ${lastLines(output, 4)}`);
		fs.renameSync(unfinished, place.database);
		syncFolder(place.home);
		if (place.locationFile) replaceFile(place.locationFile, `${place.home}\n`);
	} finally {
		removeLeftovers(place.home);
	}
}

/** The last lines of a program's output, for a message. */
export function lastLines(output: string, count: number): string {
	return output.trim().split('\n').slice(-count).join('\n');
}

function initdbArguments(folder: string, passwordFile: string, durable: boolean): string[] {
	return [
		`--pgdata=${folder}`,
		`--username=${POSTGRES_ROLE}`,
		`--pwfile=${passwordFile}`,
		'--auth=scram-sha-256',
		'--encoding=UTF8',
		// With plain C, lower('Đ') would stay 'Đ'; this one knows Unicode and is the same on every machine.
		'--locale-provider=builtin',
		'--builtin-locale=C.UTF-8',
		'--locale=C',
		'--data-checksums',
		...(durable ? [] : ['--no-sync']),
	];
}

function removeLeftovers(home: string): void {
	for (const name of fs.readdirSync(home)) {
		if (name.startsWith('pg.new-')) fs.rmSync(path.join(home, name), { recursive: true, force: true, maxRetries: 5 });
	}
}
