import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeOpenFolder, startServerForTests, type TestServer } from '../support/app-server.ts';
import { type OwnServer, startOwnServer } from '../support/own-server.ts';
import { password } from '../support/password.ts';
import { sql } from '../support/sql.ts';

const folder = makeOpenFolder();
let database: OwnServer;
let listener: net.Server;
let app: TestServer;
/** All that the app has said to the database. */
let said = '';

beforeAll(async () => {
	database = await startOwnServer(folder);
	app = await startServerForTests({ env: { SIGN_UP: 'open', DATABASE_URL: await overheard('crm') } });
}, 240_000);

afterAll(async () => {
	await app?.stop();
	listener?.close();
	await database?.stop();
	fs.rmSync(folder, { recursive: true });
});

/** The address of a database, by way of a socket that writes down what passes through it. */
async function overheard(name: string): Promise<string> {
	const url = new URL(await database.database(name));
	const sockets = path.join(folder, 'overheard');
	fs.mkdirSync(sockets);
	const file = `.s.PGSQL.${url.port || 5432}`;
	const real = path.join(url.searchParams.get('host') ?? '', file);
	listener = net.createServer((client) => {
		const server = net.connect(real);
		client.on('data', (data) => {
			said += data.toString('latin1');
		});
		for (const [one, other] of [
			[client, server],
			[server, client],
		] as const)
			one.pipe(other).on('error', () => one.destroy());
	});
	await new Promise<void>((resolve) => listener.listen(path.join(sockets, file), resolve));
	fs.chmodSync(path.join(sockets, file), 0o777);
	url.searchParams.set('host', sockets);
	return url.href;
}

const reads = () => said.split('week_start AS "weekStart" FROM settings').length - 1;

test('every page reads the account’s settings once, however many of its parts need them', async () => {
	const response = await fetch(`${app.url}/api/auth/sign-up/email`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json', Origin: app.url },
		body: JSON.stringify({ name: 'Nguyễn Thị Lan', email: 'lan@example.com', password }),
	});
	expect(response.status).toBe(200);
	const cookie = response.headers
		.getSetCookie()
		.map((each) => each.split(';')[0])
		.join('; ');
	const id = '01999999-0000-7000-8000-000000000001';
	await sql(
		await database.database('crm'),
		`INSERT INTO company (user_id, id, name) SELECT id, '${id}', 'Thủy sản Bình Minh' FROM "user"`,
	);
	for (const page of ['/dashboard', `/companies/${id}`, '/deals?view=list', '/reports', '/settings']) {
		const before = reads();
		const shown = await fetch(app.url + page, { headers: { cookie } });
		expect(shown.status, page).toBe(200);
		expect(await shown.text(), page).toContain('</html>');
		expect(reads() - before, page).toBe(1);
	}
});
