import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { CHECKOUT } from '../../scripts/launcher/config.ts';
import { ensureDatabase } from '../../scripts/launcher/postgres.ts';
import {
	essentialEnvironment,
	freePort,
	makeOpenFolder,
	spawnLauncher,
	startServerForTests,
} from '../support/app-server.ts';
import { migrateBefore } from '../support/old-database.ts';
import { password } from '../support/password.ts';
import { runScript } from '../support/run-script.ts';
import { sql } from '../support/sql.ts';
import { startWatchedPostgres } from '../support/watched-postgres.ts';

const folder = makeOpenFolder();
const disk = path.join(folder, 'disk');
fs.mkdirSync(disk);

/** Whether a disk of its own can be had here: by root, where the machine lets it mount one. */
const hasDisk =
	process.getuid?.() === 0 && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=400m', 'tmpfs', disk]).status === 0;

afterAll(() => {
	if (hasDisk) spawnSync('umount', ['--lazy', disk]);
	fs.rmSync(folder, { recursive: true });
});

const ballast = path.join(disk, 'ballast');

/** Leaves so many megabytes of the disk free. */
function leave(megabytes: number): void {
	fs.rmSync(ballast, { force: true });
	const { bavail, bsize } = fs.statfsSync(disk);
	fs.writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - megabytes * 1_000_000)));
}

describe.runIf(hasDisk)('on a full disk', () => {
	const dataDir = path.join(disk, 'data');

	test('a start, the first and any other, and a backup name the disk; what is low is in the settings', async () => {
		fs.chmodSync(disk, 0o755);
		leave(100);
		expect(await refusal()).toMatch(
			/^The disk with .*\/disk\/data is full: \d+ MB free\. Starting MiniCRM needs 256 MB\./,
		);
		// a refusal leaves no trace
		expect(fs.existsSync(dataDir)).toBe(false);

		fs.rmSync(ballast);
		const app = await startServerForTests({ dataDir, env: { SIGN_UP: 'open' } });
		const signUp = async (name: string, email: string) => {
			const { headers } = await fetch(`${app.url}/api/auth/sign-up/email`, {
				method: 'POST',
				headers: { 'Content-Type': 'application/json', Origin: app.url },
				body: JSON.stringify({ name, email, password }),
			});
			const cookies = headers.getSetCookie().map((each) => each.split(';')[0]);
			return cookies.join('; ');
		};
		const cookie = await signUp('Nguyễn Thị Lan', 'lan@example.com');
		const other = await signUp('Trần Quốc Bảo', 'bao@example.com');
		leave(40);
		const settingsOf = async (who: string) => (await fetch(`${app.url}/settings`, { headers: { cookie: who } })).text();
		expect(await settingsOf(cookie)).toMatch(/The disk with .*is almost full/);
		// where things are on the server is nothing for those who only have an account on it
		expect(await settingsOf(other)).toContain('The server’s disk is almost full');
		expect(await settingsOf(other)).not.toContain(dataDir);
		// the way to every upload
		const upload = await fetch(`${app.url}/api/import/upload`, {
			method: 'POST',
			headers: { cookie, Origin: app.url, 'X-File-Name': 'people.csv' },
			body: 'Company name\nBình Minh',
		});
		expect(upload.status).toBe(400);
		expect((await upload.json()).message).toMatch(/^The disk of the database has \d+ MB free, and this import needs/);
		const backup = await runScript('backup.ts', [], { MINICRM_DATA_DIR: dataDir });
		expect(backup.code).toBe(1);
		expect(backup.said).toMatch(/^The disk with .*backups is full: \d+ MB free\. A backup needs \d+ MB\./);
		expect(fs.readdirSync(path.join(dataDir, 'backups'))).toEqual([]);

		// there is space for the backup, though none for a second copy of the database beside it
		leave(75);
		const read = await runScript('backup.ts', [], { MINICRM_DATA_DIR: dataDir });
		expect(read.said).toMatch(/read back and found equal\. It was not restored on trial, because that needs \d+ MB/);
		expect(read.code).toBe(0);
		expect(await app.stop()).toBe(0);

		leave(20);
		expect(await refusal()).toMatch(
			/^The disk with .*\/disk\/data is full: \d+ MB free\. Starting MiniCRM needs 64 MB\./,
		);
		fs.rmSync(ballast);
		const again = await startServerForTests({ dataDir });
		expect(await again.stop()).toBe(0);
	}, 480_000);

	test('an update that may write every table once more names the disk before it changes anything', async () => {
		const updated = path.join(disk, 'updated');
		fs.rmSync(ballast, { force: true });
		await makeOldInstallation(updated);
		// enough to start, and for a backup, yet not for a table of forty megabytes beside itself
		leave(90);
		const [first, ...rest] = await refusalLines({ dataDir: updated });
		expect(first).toBe('Starting the database …');
		expect(rest).toEqual([
			expect.stringMatching(
				/^The disk with .*\/disk\/updated is full: \d+ MB free\. Updating the database needs 1[0-5]\d MB\. Nothing was changed\./,
			),
		]);
		expect(fs.existsSync(path.join(updated, 'backups'))).toBe(false);
		fs.rmSync(ballast);
		const app = await startServerForTests({ dataDir: updated, env: { BACKUP_BEFORE_MIGRATION: 'off' } });
		expect(app.output()).toMatch(/Applying \d+ migrations? …/);
		expect(await sql(app.databaseUrl, 'SELECT name FROM company')).toEqual([{ name: 'Thủy sản Bình Minh' }]);
		expect(await app.stop()).toBe(0);
		fs.rmSync(updated, { recursive: true });
	}, 480_000);

	test('an installation of the dependencies and a build name the disk before they begin', async () => {
		const checkout = path.join(disk, 'minicrm');
		fs.mkdirSync(checkout);
		for (const name of ['scripts', 'prisma', 'package.json', 'package-lock.json'])
			fs.cpSync(path.join(CHECKOUT, name), path.join(checkout, name), { recursive: true });
		fs.cpSync(path.join(CHECKOUT, 'src/lib'), path.join(checkout, 'src/lib'), { recursive: true });
		const install = spawnSync(process.execPath, [path.join(checkout, 'scripts/bootstrap.mjs'), 'start'], {
			env: essentialEnvironment(),
			encoding: 'utf8',
		});
		expect(install.stdout + install.stderr).toMatch(
			/^The disk with .*\/disk\/minicrm is full: \d+ MB free, and the dependencies need 1500 MB\. .*try again\.\n$/,
		);
		expect(install.status).toBe(1);
		expect(fs.existsSync(path.join(checkout, 'node_modules'))).toBe(false);

		fs.symlinkSync(path.join(CHECKOUT, 'node_modules'), path.join(checkout, 'node_modules'));
		const lines = await refusalLines({ dataDir: path.join(folder, 'elsewhere'), checkout });
		expect(lines.at(-1)).toMatch(
			/^The disk with .*\/disk\/minicrm is full: \d+ MB free\. Building the app needs 512 MB\. Nothing was changed\./,
		);
		expect(lines.join('\n')).not.toMatch(/Building the app, as|MiniCRM runs/);
		expect(fs.readdirSync(path.join(checkout, '.next'))).toEqual(['cache']);
	}, 480_000);

	/** An installation that was last started before two changes of the database, with one company and one large table. */
	async function makeOldInstallation(dataFolder: string): Promise<void> {
		const first = await startServerForTests({ dataDir: dataFolder });
		expect(await first.stop()).toBe(0);
		const { databasePassword } = JSON.parse(fs.readFileSync(path.join(dataFolder, 'secrets.json'), 'utf8'));
		const server = await startWatchedPostgres({ dataFolder, password: databasePassword, durable: false });
		try {
			await sql(server.url('postgres'), 'DROP DATABASE minicrm');
			await ensureDatabase(server, 'minicrm');
			const url = server.url('minicrm');
			await migrateBefore(url, '20261129010000_deals_by_currency_and_value');
			await sql(
				url,
				`WITH lan AS (INSERT INTO "user" (id, name, email, updated_at) VALUES (gen_random_uuid(), 'Lan', 'lan@example.com', now()) RETURNING id)
				 INSERT INTO company (user_id, id, name) SELECT id, gen_random_uuid(), 'Thủy sản Bình Minh' FROM lan`,
			);
			// not in the journal, which would take its size once more
			await sql(url, 'CREATE UNLOGGED TABLE large (t text STORAGE PLAIN)');
			await sql(url, `INSERT INTO large SELECT repeat('x', 8000) FROM generate_series(1, 5000)`);
		} finally {
			await server.stop();
		}
	}

	/** Starts what must refuse; returns the one line that it says. */
	async function refusal(): Promise<string> {
		const lines = await refusalLines({ dataDir });
		expect(lines).toHaveLength(1);
		return lines[0] ?? '';
	}

	async function refusalLines(options: { dataDir: string; checkout?: string }): Promise<string[]> {
		const server = spawnLauncher({ ...options, port: await freePort() });
		expect(await server.exited).toBe(1);
		return server.output().trim().split('\n');
	}
});
