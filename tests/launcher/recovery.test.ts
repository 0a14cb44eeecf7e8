import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import {
	freePort,
	makeOpenFolder,
	spawnLauncher,
	startServerForTests,
	survivors,
	type TestServer,
	until,
} from '../support/app-server.ts';

const folder = makeOpenFolder();
const dataDir = path.join(folder, 'data');

afterAll(() => fs.rmSync(folder, { recursive: true }));

describe.for(['launcher', 'app', 'database'] as const)('after kill -9 of the %s in the middle of writes', (victim) => {
	it('the next start works and finds every acknowledged row', async () => {
		const server = await startServerForTests({ dataDir });
		const writer = await writeRows(server.databaseUrl);
		await until(() => writer.acknowledged.length > 200);

		process.kill(server.pids[victim], 'SIGKILL');
		const code = await server.exited;
		if (victim === 'launcher') {
			expect(code).toBeNull();
			// The orphaned database goes on taking writes; the app must not outlive its launcher.
			await until(() => !survivors(server).includes('app'));
			expect(survivors(server)).toEqual(['database']);
		} else {
			expect(code).toBe(1);
			expect(server.output()).toContain(`The ${victim} ended by itself`);
			expect(survivors(server)).toEqual([]);
		}

		const again = await startServerForTests({ dataDir });
		const acknowledged = await writer.end();
		expect(await fetch(`${again.url}/login`)).toHaveProperty('status', 200);
		const found = new Set(await readRows(again));
		expect(acknowledged.filter((row) => !found.has(row))).toEqual([]);
		console.log(`Measured: ${acknowledged.length} acknowledged rows were there again after kill -9 of the ${victim}.`);
		expect(await again.stop()).toBe(0);
	});
});

describe.for(['SIGTERM', 'SIGKILL'] as const)('after %s while the database is being created', (signal) => {
	it('the next start starts again', async () => {
		const fresh = path.join(folder, `fresh-${signal}`);
		const server = spawnLauncher({ dataDir: fresh, port: await freePort() });
		await until(() => fs.existsSync(fresh) && fs.readdirSync(fresh).some((name) => name.startsWith('pg.new-')));
		server.child.kill(signal);
		expect(await server.exited).toBe(signal === 'SIGTERM' ? 0 : null);

		const again = await startServerForTests({ dataDir: fresh });
		expect(fs.readdirSync(fresh).filter((name) => name.startsWith('pg.new-'))).toEqual([]);
		expect(await again.stop()).toBe(0);
	});
});

/** Writes rows one after another, as quickly as the database acknowledges them, until the connection is cut. */
async function writeRows(databaseUrl: string) {
	const client = new pg.Client({ connectionString: databaseUrl });
	client.on('error', () => {});
	await client.connect();
	await client.query('DROP TABLE IF EXISTS scratch');
	await client.query('CREATE TABLE scratch (n integer PRIMARY KEY)');
	const acknowledged: number[] = [];
	const cut = (async () => {
		try {
			for (let n = 1; ; n++) {
				await client.query('INSERT INTO scratch VALUES ($1)', [n]);
				acknowledged.push(n);
			}
		} catch {
			return acknowledged;
		}
	})();
	return { acknowledged, end: () => cut };
}

async function readRows(server: TestServer): Promise<number[]> {
	const client = new pg.Client({ connectionString: server.databaseUrl });
	await client.connect();
	const { rows } = await client.query<{ n: number }>('SELECT n FROM scratch');
	await client.end();
	return rows.map(({ n }) => n);
}
