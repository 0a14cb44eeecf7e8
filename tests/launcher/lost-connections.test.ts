import fs from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { makeOpenFolder, startServerForTests, type TestServer, until } from '../support/app-server.ts';
import { type OwnServer, startOwnServer } from '../support/own-server.ts';
import { password } from '../support/password.ts';
import { startTcpProxy, type TcpProxy } from '../support/tcp-proxy.ts';

const folder = makeOpenFolder();
let database: OwnServer | undefined;
let proxy: TcpProxy | undefined;
let app: TestServer | undefined;

afterAll(async () => {
	await app?.stop();
	await proxy?.stop();
	await database?.stop();
	fs.rmSync(folder, { recursive: true });
});

test('after every connection to the database is lost without a word, the app is itself again within 30 seconds', async () => {
	database = await startOwnServer(folder);
	const address = new URL(await database.database('crm'));
	proxy = await startTcpProxy(address.searchParams.get('host') ?? '');
	app = await startServerForTests({
		env: { DATABASE_URL: `postgresql://minicrm:test@127.0.0.1:${proxy.port}/crm`, SIGN_UP: 'open' },
	});
	const { url } = app;
	const signUp = await fetch(`${url}/api/auth/sign-up/email`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json', Origin: url },
		body: JSON.stringify({ name: 'Nguyễn Thị Lan', email: 'lan@example.com', password }),
	});
	const cookie = signUp.headers
		.getSetCookie()
		.map((each) => each.split(';')[0])
		.join('; ');
	const openPage = async () => (await fetch(`${url}/companies`, { headers: { cookie } })).status;
	const crowd = () => Promise.all(Array.from({ length: 15 }, openPage));
	expect(new Set(await crowd())).toEqual(new Set([200]));

	proxy.swallow();
	// each of the connections has a question that nobody will answer
	const unanswered = crowd();
	await until(async () => (await fetch(`${url}/api/health/ready`)).status === 503);
	expect((await fetch(`${url}/api/health/live`)).status).toBe(200);

	proxy.pass();
	const begun = performance.now();
	await until(async () => (await crowd()).every((status) => status === 200));
	expect((await fetch(`${url}/api/health/ready`)).status).toBe(200);
	expect(performance.now() - begun).toBeLessThan(30_000);
	// nobody waits for the ones that were lost
	for (const status of await unanswered) expect(status).toBeGreaterThanOrEqual(500);
});
