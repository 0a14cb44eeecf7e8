import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { makeOpenFolder, startServerForTests, until } from '../support/app-server.ts';
import { password } from '../support/password.ts';
import { actionHeaders } from '../support/server-action.ts';
import { sql } from '../support/sql.ts';

const folder = makeOpenFolder();

afterAll(() => fs.rmSync(folder, { recursive: true }));

test('SIGTERM: what was accepted is answered, nothing new is, and all connections end within five seconds', async () => {
	const dataDir = path.join(folder, 'data');
	const server = await startServerForTests({ dataDir });
	const signUp = await fetch(`${server.url}/api/auth/sign-up/email`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json', Origin: server.url },
		body: JSON.stringify({ name: 'Lan', email: 'lan@example.com', password }),
	});
	const cookie = signUp.headers
		.getSetCookie()
		.map((each) => each.split(';')[0])
		.join('; ');
	const names = ['Bình Minh', 'Hoa Sen', 'Sao Mai', 'Đại Dương', 'Tân Tiến'];
	const create = async (name: string) => {
		const headers = { ...actionHeaders(server, 'companies', 'createCompany'), cookie };
		const body = JSON.stringify([{ id: randomUUID(), name }]);
		const response = await fetch(`${server.url}/companies`, { method: 'POST', headers, body });
		return { status: response.status, body: await response.text() };
	};
	const read = async () => {
		const response = await fetch(`${server.url}/companies`, { headers: { cookie } });
		return { status: response.status, body: await response.text() };
	};

	// every one of them waits in the middle of its work: writes for a gate, as they would not wait for a lock for long
	await sql(
		server.databaseUrl,
		`CREATE TABLE gate (open boolean);
		CREATE FUNCTION wait_at_gate() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
			WHILE NOT EXISTS (SELECT FROM public.gate) LOOP PERFORM pg_sleep(0.02); END LOOP;
			RETURN NEW;
		END $$;
		CREATE TRIGGER waits_at_gate BEFORE INSERT ON company FOR EACH ROW EXECUTE FUNCTION wait_at_gate()`,
	);
	const blocker = new pg.Client({ connectionString: server.databaseUrl });
	await blocker.connect();
	await blocker.query('BEGIN; LOCK TABLE saved_view IN ACCESS EXCLUSIVE MODE');
	const writes = names.map(create);
	const reads = [read(), read()];
	const waiting = async () => {
		const [row] = await sql<{ writes: number; reads: number }>(
			server.databaseUrl,
			`SELECT count(*) FILTER (WHERE wait_event = 'PgSleep')::int AS writes,
				count(*) FILTER (WHERE wait_event_type = 'Lock')::int AS reads FROM pg_stat_activity WHERE datname = current_database()`,
		);
		return row ?? { writes: 0, reads: 0 };
	};
	await until(async () => {
		const { writes, reads } = await waiting();
		return writes >= names.length && reads >= 2;
	});

	// a connection of a browser that has nothing to ask yet
	const { hostname, port } = new URL(server.url);
	const early = net.connect(Number(port), hostname);
	await new Promise((resolve) => early.once('connect', resolve));

	const begun = performance.now();
	server.child.kill('SIGTERM');
	await until(() =>
		fetch(`${server.url}/api/health/live`)
			.then(() => false)
			.catch(() => true),
	);
	early.write('GET /login HTTP/1.1\r\nHost: localhost\r\n\r\n');
	const refused = await readAll(early);
	expect(refused).toMatch(/^HTTP\/1\.1 503 /);
	expect(refused).toMatch(/^Connection: close\r$/m);
	await blocker.query('INSERT INTO gate VALUES (true); COMMIT');
	await blocker.end();
	for (const answer of await Promise.all(writes)) {
		expect(answer.status).toBe(200);
		expect(answer.body).toContain('"ok":true');
	}
	expect(performance.now() - begun).toBeLessThan(5_000);
	for (const page of await Promise.all(reads)) {
		expect(page.status).toBe(200);
		expect(page.body).toContain('</html>');
	}
	expect(await server.exited).toBe(0);
	expect(performance.now() - begun).toBeLessThan(10_000);

	const again = await startServerForTests({ dataDir });
	const kept = await sql<{ name: string }>(again.databaseUrl, 'SELECT name FROM company');
	expect(kept.map(({ name }) => name).sort()).toEqual(names.sort());
	await again.stop();
});

/** What a connection says until its end. */
async function readAll(socket: net.Socket): Promise<string> {
	let said = '';
	for await (const text of socket.setEncoding('utf8')) said += text;
	return said;
}
