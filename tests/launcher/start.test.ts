import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	freePort,
	makeOpenFolder,
	spawnLauncher,
	startServerForTests,
	survivors,
	type TestServer,
} from '../support/app-server.ts';

const folder = makeOpenFolder();
const dataDir = path.join(folder, 'missing/data');

afterAll(() => fs.rmSync(folder, { recursive: true }));

describe('a first start', () => {
	let server: TestServer;

	beforeAll(async () => {
		server = await startServerForTests({ dataDir, fromNothing: true });
	});

	it('reaches a page', async () => {
		const response = await fetch(`${server.url}/login`);
		expect(response.status).toBe(200);
	});

	it('keeps the secrets to the user', () => {
		expect(fs.statSync(path.join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
		expect(fs.statSync(path.join(dataDir, 'run.json')).mode & 0o777).toBe(0o600);
		expect(fs.statSync(dataDir).mode & 0o066).toBe(0);
		expect(fs.existsSync(path.join(dataDir, 'pg'))).toBe(true);
	});

	it('says its address once and asks for no code on the loopback address', () => {
		expect(server.output().match(/http:/g)).toHaveLength(1);
		expect(server.output()).not.toContain('code');
	});

	it('is the only one on its data folder', async () => {
		const second = spawnLauncher({ dataDir, port: await freePort() });
		expect(await second.exited).toBe(1);
		expect(second.output()).toContain(
			`MiniCRM already runs on the data folder ${dataDir} (pid ${server.pids.launcher}, at ${server.url})`,
		);
		expect(second.output().trim().split('\n')).toHaveLength(1);
	});

	it('stops with code 0 and leaves no process', async () => {
		// As from a terminal, where the signal comes twice.
		server.child.kill('SIGINT');
		setTimeout(() => server.child.kill('SIGINT'), 50);
		expect(await server.exited).toBe(0);
		expect(survivors(server)).toEqual([]);
		expect(fs.existsSync(path.join(dataDir, 'run.json'))).toBe(false);
		expect(fs.existsSync(path.join(dataDir, 'pg/postmaster.pid'))).toBe(false);
	});
});

describe('a second start', () => {
	it('is quick, asks for a code away from the loopback address, and keeps the secrets', async () => {
		const secrets = fs.readFileSync(path.join(dataDir, 'secrets.json'), 'utf8');
		const server = await startServerForTests({ dataDir, env: { HOST: '0.0.0.0' } });
		console.log(`Measured: the second start took ${Math.round(server.startTime)} ms.`);
		expect(server.output()).toMatch(/The first account needs this code: [0-9A-Z]{4}-[0-9A-Z]{4}\n/);
		expect(fs.readFileSync(path.join(dataDir, 'secrets.json'), 'utf8')).toBe(secrets);
		expect(await server.stop()).toBe(0);
	});

	it('stops cleanly when its parent is killed', async () => {
		const server = await startServerForTests({ dataDir });
		server.child.disconnect();
		expect(await server.exited).toBe(0);
		expect(survivors(server)).toEqual([]);
	});
});
