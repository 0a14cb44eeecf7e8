import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServerForTests, type TestServer, until } from '../support/app-server.ts';
import { password } from '../support/password.ts';

type Line = Record<string, unknown> & { time: string; level: string };

let server: TestServer;

beforeAll(async () => {
	server = await startServerForTests({ env: { LOG_FORMAT: 'json', SIGN_UP: 'open', LOG_LEVEL: 'debug' } });
}, 240_000);

afterAll(() => server?.stop());

const lines = (): Line[] =>
	server
		.output()
		.split('\n')
		.slice(0, -1)
		.map((line) => JSON.parse(line));

/** The one line that fits, once it is there; fails where there are several. */
async function line(fields: Record<string, unknown>): Promise<Line> {
	const fitting = () => lines().filter((each) => Object.entries(fields).every(([name, value]) => each[name] === value));
	await until(() => fitting().length > 0);
	expect(fitting()).toHaveLength(1);
	return fitting()[0] as Line;
}

const ask = (path: string, init: RequestInit = {}) => fetch(server.url + path, { redirect: 'manual', ...init });

const lan = { email: 'lan.bi.mat@example.com', password };

const post = (path: string, body: object) =>
	ask(`/api/auth${path}`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json', Origin: server.url },
		body: JSON.stringify(body),
	});

async function connected<T>(use: (client: pg.Client) => Promise<T>): Promise<T> {
	const client = new pg.Client({ connectionString: server.databaseUrl });
	await client.connect();
	return use(client).finally(() => client.end());
}

const sql = (text: string) => connected((client) => client.query(text));

test('each line is JSON with its time and level, what the start says included', () => {
	for (const { time, level } of lines()) {
		expect(Date.now() - Date.parse(time)).toBeLessThan(240_000);
		expect(level).toMatch(/^(debug|info|warn|error)$/);
	}
	expect(lines().map(({ msg }) => msg)).toContain(`MiniCRM runs at ${server.url}`);
});

test('a request is one line: its id, method, path without the query, status and duration', async () => {
	const response = await ask('/login?next=/companies&name=Thuỷ', { headers: { 'X-Request-Id': 'made-up-by-client' } });
	const logged = await line({ requestId: response.headers.get('x-request-id') });
	expect(logged).toMatchObject({ level: 'info', method: 'GET', path: '/login', status: 200 });
	expect(logged.durationMs).toBeGreaterThan(0);
	expect(server.output()).not.toMatch(/Thu|made-up-by-client/);
});

test('a request whose client left before the answer is no success', async () => {
	await connected(async (client) => {
		await client.query('BEGIN; LOCK TABLE "user" IN ACCESS EXCLUSIVE MODE');
		const leaving = new AbortController();
		const answer = expect(ask('/', { signal: leaving.signal })).rejects.toThrow();
		const waiting = () => client.query('SELECT FROM pg_locks WHERE relation = \'"user"\'::regclass AND NOT granted');
		await until(async () => (await waiting()).rowCount !== 0);
		leaving.abort();
		await answer;
		await line({ path: '/', aborted: true });
		await client.query('ROLLBACK');
	});
	const logged = await line({ path: '/', aborted: true });
	expect(logged).toMatchObject({ level: 'warn' });
	expect(logged.status).toBeUndefined();
});

test('what a client sends cannot begin a line', async () => {
	const response = await ask('/%0A%7B%22level%22:%22error%22%7D%E2%80%A8');
	const logged = await line({ requestId: response.headers.get('x-request-id') });
	expect(logged.path).toBe('/%0A%7B%22level%22:%22error%22%7D%E2%80%A8');
});

test('health checks and files are for who wants every line', async () => {
	const response = await ask('/api/health/ready');
	expect(await line({ requestId: response.headers.get('x-request-id') })).toMatchObject({
		level: 'debug',
		status: 200,
	});
});

test('sign-ins are logged, the refused ones too, by the id of the account and nothing else', async () => {
	await post('/sign-up/email', { name: 'Nguyễn Thị Lan', ...lan });
	const { userId } = await line({ event: 'sign-up', level: 'info' });
	expect(userId).toMatch(/^[0-9a-f-]{36}$/);
	await post('/sign-in/email', lan);
	expect(await line({ event: 'sign-in', level: 'info' })).toMatchObject({ userId });
	await post('/sign-in/email', { ...lan, password: 'quả dưa hấu bé tí' });
	expect(await line({ event: 'sign-in', level: 'warn' })).toMatchObject({ refused: 'INVALID_EMAIL_OR_PASSWORD' });
	expect(server.output()).not.toMatch(/bi\.mat|example\.com|dưa hấu|Nguyễn/);
});

test('a write from another site is a warning', async () => {
	const response = await ask('/companies', { method: 'POST', headers: { Origin: 'https://evil.example' } });
	expect(response.status).toBe(403);
	const logged = await line({ requestId: response.headers.get('x-request-id') });
	expect(logged).toMatchObject({ level: 'warn', status: 403, path: '/companies' });
});

test('what breaks is logged under the id that the user sees and that of the request, without what was asked for', async () => {
	const signedIn = await post('/sign-in/email', lan);
	const cookie = signedIn.headers
		.getSetCookie()
		.map((each) => each.split(';')[0])
		.join('; ');
	await sql('ALTER TABLE company RENAME TO mislaid');
	const search = await ask('/api/companies?q=Bí+mật', { headers: { cookie } });
	const page = await ask('/companies?q=Bí+mật', { headers: { cookie } });
	await page.text();
	await sql('ALTER TABLE mislaid RENAME TO company');
	expect(search.status).toBe(500);
	const { message } = await search.json();
	const [, errorId] = /error (\w+) in/.exec(message) ?? [];
	expect(await line({ errorId })).toMatchObject({
		level: 'error',
		requestId: search.headers.get('x-request-id'),
		where: 'route: /api/companies',
		// what the database said, without what it quoted
		error: { database: { sqlState: '42P01', reason: 'relation … does not exist' } },
	});
	const ofPage = () =>
		lines().filter(({ requestId, errorId }) => errorId && requestId === page.headers.get('x-request-id'));
	await until(() => ofPage().length > 0);
	expect(ofPage()[0]).toMatchObject({ level: 'error', where: 'render: GET /companies' });
	expect(server.output()).not.toMatch(/Bí|mật/);
	expect(lines().length).toBeGreaterThan(5);
});
