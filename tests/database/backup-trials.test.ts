import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { outdated } from '@/lib/operations/backup-names';
import { checkBackup } from '../../scripts/backup/check-backup.ts';
import { makeBackup } from '../../scripts/backup/make-backup.ts';
import { listBackups } from '../../scripts/backup/retention.ts';
import { trialPrefix, verifyBackup } from '../../scripts/backup/verify-backup.ts';
import { backupName, writeBackup } from '../../scripts/backup/write-backup.ts';
import { readConfig } from '../../scripts/launcher/config.ts';
import { MIGRATIONS_FOLDER } from '../../scripts/launcher/migrate.ts';
import { readMigrations } from '../../scripts/launcher/migration-files.ts';
import { makeAccount } from '../support/accounts';
import { until } from '../support/app-server';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { runScript, startScript } from '../support/run-script';
import { makeCompanyWithEverything } from '../support/sample-account';

const migrations = readMigrations(MIGRATIONS_FOLDER);
const source = process.env.DATABASE_URL ?? '';
let folder: string;

beforeAll(async () => {
	const lan = await makeAccount('Nguyễn Thị Lan');
	await makeCompanyWithEverything(lan);
});
beforeEach(() => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'minicrm-trials-'));
	return () => fs.rmSync(folder, { recursive: true });
});

const config = (databaseUrl: string) =>
	readConfig({ NODE_ENV: 'test', DATABASE_URL: databaseUrl, MINICRM_DATA_DIR: folder });
const noted = () => JSON.parse(fs.readFileSync(path.join(folder, 'last-backup.json'), 'utf8'));
const backups = () => path.join(folder, 'backups');

/** What the names of a database's trials begin with. */
async function prefixOf(database: TestDatabase): Promise<string> {
	const client = await database.pool.connect();
	return trialPrefix(client).finally(() => client.release());
}

/** The databases that the trials of a database made, and that are still there. */
async function trials(database: TestDatabase): Promise<string[]> {
	const { rows } = await database.pool.query<{ name: string }>(
		'SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1) ORDER BY 1',
		[await prefixOf(database)],
	);
	return rows.map(({ name }) => name);
}

test('a backup is tried in a database of its own, which is gone afterwards', async () => {
	const { file } = await writeBackup(source, folder, { version: '1.2.3' });
	const beside = await createTestDatabase();
	expect(await verifyBackup(beside.url, file, { migrations })).toEqual({ how: 'restored' });
	expect(await trials(beside)).toEqual([]);
	await beside.drop();
});

test('a trial that is cut in the middle of the rows says so, and its database is gone', async () => {
	const { file } = await writeBackup(source, folder, { version: '1.2.3' });
	const beside = await createTestDatabase();
	const prefix = await prefixOf(beside);
	let over = false;
	const cutting = (async () => {
		while (!over)
			await beside.pool.query(
				`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
				WHERE starts_with(datname, $1) AND query LIKE 'COPY %'`,
				[prefix],
			);
	})();
	await expect(verifyBackup(beside.url, file, { migrations })).rejects.toThrow(/terminat/);
	over = true;
	await cutting;
	expect(await trials(beside)).toEqual([]);
	await beside.drop();
});

test('what an earlier trial left behind is removed at once, and what another one works with is not', async () => {
	const { file } = await writeBackup(source, folder, { version: '1.2.3' });
	const beside = await createTestDatabase();
	const prefix = await prefixOf(beside);
	const [leftOver, inUse] = [`${prefix}0000000a`, `${prefix}0000000b`];
	for (const name of [leftOver, inUse]) await beside.pool.query(`CREATE DATABASE ${name}`);
	const other = await beside.pool.connect();
	await other.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [inUse]);
	expect(await verifyBackup(beside.url, file, { migrations })).toEqual({ how: 'restored' });
	expect(await trials(beside)).toEqual([inUse]);
	other.release();
	await beside.pool.query(`DROP DATABASE ${inUse}`);
	await beside.drop();
});

/** Files of backups of the last forty days, as nightly ones leave them; returns their names. */
function makeOlder(): string[] {
	fs.mkdirSync(backups());
	const names = Array.from({ length: 40 }, (_, n) => backupName(new Date(Date.now() - (n + 1) * 86_400_000)));
	for (const name of names) fs.writeFileSync(path.join(backups(), name), 'not read by what removes it');
	return names;
}

const settings = (databaseUrl: string) => ({ DATABASE_URL: databaseUrl, MINICRM_DATA_DIR: folder });

/** Makes a folder one that MiniCRM has been started on. */
const lockFile = () => fs.writeFileSync(path.join(folder, 'lock'), '');

/** Backs a database up as an operator does. */
function backUp(databaseUrl: string) {
	lockFile();
	return runScript('backup.ts', [], settings(databaseUrl));
}

describe('a user who may not make databases', () => {
	let owned: TestDatabase;
	let role: string;
	let url: string;

	beforeEach(async () => {
		role = `plain_${path.basename(folder).replace(/\W/g, '').toLowerCase()}`;
		owned = await createTestDatabase();
		await owned.pool.query(`
			CREATE ROLE ${role} LOGIN PASSWORD 'plain'; GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${role};
			GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO ${role}`);
		const address = new URL(owned.url);
		address.username = role;
		address.password = 'plain';
		url = address.href;
		return async () => {
			await owned.pool.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`);
			await owned.drop();
		};
	});

	test('gets backups that were verified by reading them, and old ones go', async () => {
		const older = makeOlder();
		const { said, code } = await backUp(url);
		expect(said).toContain('read back and found equal. It was not restored on trial, because the database user');
		expect(code).toBe(0);
		expect(noted()).toMatchObject({ verified: 'read' });
		const [newest = '', ...kept] = listBackups(backups());
		expect(older).not.toContain(newest);
		await checkBackup(path.join(backups(), newest));
		const gone = older.filter((name) => !kept.includes(name));
		expect(gone).toEqual(outdated([newest, ...older]));
		expect(gone.length).toBeGreaterThan(25);
		for (const name of gone) expect(said).toContain(`Removed the older backup ${name}.`);
	});

	test('gets one by the nightly command, which then waits', async () => {
		lockFile();
		const nightly = startScript('backup-nightly.ts', [], settings(url));
		await until(() => nightly.said().includes('read back and found equal') || nightly.child.exitCode !== null);
		nightly.child.kill('SIGTERM');
		expect({ code: await nightly.exited, said: nightly.said() }).toMatchObject({
			code: 0,
			said: expect.not.stringContaining('No backup was made'),
		});
		expect(listBackups(backups())).toHaveLength(1);
	});
});

test('a backup that does not pass its trial displaces none', async () => {
	const broken = await createTestDatabase();
	try {
		const older = makeOlder();
		await makeBackup(config(broken.url), broken.url);
		const before = noted();
		expect(before).toMatchObject({ verified: 'restored' });
		// made earlier the same day: the next one that passes would displace it
		const good = backupName(new Date(Date.now() - 60_000));
		fs.renameSync(path.join(backups(), listBackups(backups())[0] ?? ''), path.join(backups(), good));
		// nothing that a restore knows
		await broken.pool.query('ALTER TABLE company ADD COLUMN mislaid text');
		for (let round = 0; round < 2; round++) {
			const { said, code } = await backUp(broken.url);
			expect(said).toMatch(/^The new backup did not pass its trial: .+ earlier backups stay as they are\.$/m);
			expect(code).toBe(1);
		}
		// not even those go that a good one would have displaced
		expect(listBackups(backups())).toEqual([good, ...older]);
		// the last of those that failed is kept beside them
		const files = fs.readdirSync(backups());
		expect(files.filter((name) => name.endsWith('-unverified.backup.gz'))).toHaveLength(1);
		expect(files).toHaveLength(42);
		expect(noted()).toEqual(before);
		expect(await trials(broken)).toEqual([]);
	} finally {
		await broken.drop();
	}
});
