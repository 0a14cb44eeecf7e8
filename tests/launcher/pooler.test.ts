import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort, makeOpenFolder, spawnLauncher, startServerForTests, until } from '../support/app-server.ts';
import { type OwnServer, startOwnServer } from '../support/own-server.ts';
import { password } from '../support/password.ts';
import { sql } from '../support/sql.ts';
import { startTcpProxy } from '../support/tcp-proxy.ts';

const folder = makeOpenFolder();
let database: OwnServer;
let address: string;
let sockets: string;

beforeAll(async () => {
	database = await startOwnServer(folder);
	address = await database.database('crm');
	sockets = new URL(address).searchParams.get('host') ?? '';
}, 240_000);

afterAll(async () => {
	await database?.stop();
	fs.rmSync(folder, { recursive: true });
});

test('MiniCRM runs only when the database answers its pages, whatever answers before', async () => {
	const proxy = await startTcpProxy(sockets);
	const port = await freePort();
	const app = spawnLauncher({
		dataDir: path.join(folder, 'late'),
		port,
		env: { DATABASE_URL: `postgresql://minicrm:test@127.0.0.1:${proxy.port}/crm` },
	});
	await until(() => app.output().includes('Starting the app'));
	proxy.swallow();
	const statusOf = (page: string) =>
		fetch(`http://127.0.0.1:${port}${page}`).then(
			({ status }) => status,
			() => 0,
		);
	await until(async () => (await statusOf('/api/health/live')) === 200);
	expect(await statusOf('/api/health/ready')).toBe(503);
	expect(app.output()).not.toContain('MiniCRM runs');
	proxy.pass();
	await until(() => app.output().includes('MiniCRM runs'));
	expect(await statusOf('/login')).toBe(200);
	app.child.kill('SIGTERM');
	await app.exited;
	await proxy.stop();
});

test('behind a pooler that refuses options the app works without them, its times right all the same', async () => {
	const proxy = await startTcpProxy(sockets, { refusesOptions: true });
	await sql(address, "ALTER DATABASE crm SET timezone = 'Asia/Ho_Chi_Minh'");
	const app = await startServerForTests({
		env: { DATABASE_URL: `postgresql://minicrm:test@127.0.0.1:${proxy.port}/crm`, SIGN_UP: 'open' },
	});
	expect(app.output()).toContain('a pooler that takes no options');
	const signUp = await fetch(`${app.url}/api/auth/sign-up/email`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json', Origin: app.url },
		body: JSON.stringify({ name: 'Nguyễn Thị Lan', email: 'lan@example.com', password }),
	});
	expect(signUp.status).toBe(200);
	const [row] = await sql<{ apart: number }>(
		address,
		'SELECT abs(extract(epoch FROM now() - created_at))::float AS apart FROM "user"',
	);
	expect(row?.apart).toBeLessThan(600);
	await app.stop();
	await proxy.stop();
});
