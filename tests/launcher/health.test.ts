import fs from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeOpenFolder, startServerForTests, type TestServer, until } from '../support/app-server.ts';
import { type OwnServer, startOwnServer } from '../support/own-server.ts';
import { sql } from '../support/sql.ts';

const folder = makeOpenFolder();
let server: OwnServer;
let app: TestServer;

beforeAll(async () => {
	server = await startOwnServer(folder);
	app = await startServerForTests({ env: { DATABASE_URL: await server.database('crm') } });
}, 240_000);

afterAll(async () => {
	await app?.stop();
	await server?.stop();
	fs.rmSync(folder, { recursive: true });
});

async function ask(what: 'live' | 'ready') {
	const begun = performance.now();
	const response = await fetch(`${app.url}/api/health/${what}`);
	return { status: response.status, body: await response.text(), seconds: (performance.now() - begun) / 1000 };
}

const onServer = async (statement: string) => sql(await server.database('postgres'), statement);

test('a database that is stopped and started again: readiness follows, and so does the app', async () => {
	await server.stop();
	const lost = await ask('ready');
	expect(lost).toMatchObject({ status: 503, body: 'not ready\n' });
	expect(lost.seconds).toBeLessThan(3);
	expect(await ask('live')).toMatchObject({ status: 200 });

	await server.start();
	await until(async () => (await ask('ready')).status === 200);
	expect((await fetch(`${app.url}/login`)).status).toBe(200);
});

test('readiness follows the database, and the process lives on', async () => {
	expect(await ask('ready')).toMatchObject({ status: 200, body: 'ok\n' });
	expect(await ask('live')).toMatchObject({ status: 200, body: 'ok\n' });

	// the connections are cut and no new ones come about
	await onServer('ALTER DATABASE crm ALLOW_CONNECTIONS false');
	await onServer("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'crm'");
	const lost = await ask('ready');
	expect(lost).toMatchObject({ status: 503, body: 'not ready\n' });
	expect(lost.seconds).toBeLessThan(3);
	expect(await ask('live')).toMatchObject({ status: 200 });
	expect((await fetch(`${app.url}/login`)).status).toBeLessThan(600);

	await onServer('ALTER DATABASE crm ALLOW_CONNECTIONS true');
	await until(async () => (await ask('ready')).status === 200);
});

test('a database that hangs is not ready, and is again when it answers', async () => {
	const stopped = [...(await backends())];
	for (const pid of stopped) process.kill(pid, 'SIGSTOP');
	const hung = await ask('ready');
	for (const pid of stopped) process.kill(pid, 'SIGCONT');
	expect(hung).toMatchObject({ status: 503 });
	expect(hung.seconds).toBeLessThan(3);
	await until(async () => (await ask('ready')).status === 200);
});

/** The server processes that the app is connected to. */
async function backends(): Promise<number[]> {
	const rows = await sql<{ pid: number }>(
		await server.database('postgres'),
		"SELECT pid FROM pg_stat_activity WHERE datname = 'crm'",
	);
	expect(rows.length).toBeGreaterThan(0);
	return rows.map(({ pid }) => pid);
}
