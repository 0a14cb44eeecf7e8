import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { freePort, makeOpenFolder, spawnLauncher, startServerForTests, until } from '../support/app-server.ts';
import { password } from '../support/password.ts';
import { runScript } from '../support/run-script.ts';

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
		const signUp = await fetch(`${app.url}/api/auth/sign-up/email`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json', Origin: app.url },
			body: JSON.stringify({ name: 'Nguyễn Thị Lan', email: 'lan@example.com', password }),
		});
		const cookie = signUp.headers
			.getSetCookie()
			.map((each) => each.split(';')[0])
			.join('; ');
		leave(40);
		const settings = await (await fetch(`${app.url}/settings`, { headers: { cookie } })).text();
		expect(settings).toMatch(/The disk with .*is almost full/);
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

	/** Starts what must refuse; returns the one line that it says. */
	async function refusal(): Promise<string> {
		const server = spawnLauncher({ dataDir, port: await freePort() });
		await until(() => server.child.exitCode !== null);
		expect(await server.exited).toBe(1);
		const lines = server.output().trim().split('\n');
		expect(lines).toHaveLength(1);
		return lines[0] ?? '';
	}
});
