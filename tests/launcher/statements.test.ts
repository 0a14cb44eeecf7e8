import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServerForTests, type TestServer } from '../support/app-server.ts';
import { sql } from '../support/sql.ts';

// How many statements a page asks the database, as the database logs them: each is a round trip, and work for both sides.

let server: TestServer;
let cookie: string;
const ids: Record<string, string> = {};

beforeAll(async () => {
	server = await startServerForTests({ args: ['--demo'] });
	const [, email, password] = /(demo@example\.com).*?(\S{16})(?=\s|$)/.exec(server.output()) ?? [];
	const answer = await fetch(`${server.url}/api/auth/sign-in/email`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json', Origin: server.url },
		body: JSON.stringify({ email, password }),
	});
	expect(answer.status).toBe(200);
	cookie = answer.headers
		.getSetCookie()
		.map((each) => each.split(';')[0])
		.join('; ');
	for (const kind of ['company', 'contact', 'deal', 'activity']) {
		const [row] = await sql<{ id: string }>(server.databaseUrl, `SELECT id FROM ${kind} ORDER BY id LIMIT 1`);
		ids[kind] = row?.id ?? expect.fail(`There is no ${kind}.`);
	}
	// each statement with the process that ran it
	await sql(server.databaseUrl, "ALTER SYSTEM SET log_statement = 'all'");
	await sql(server.databaseUrl, "ALTER SYSTEM SET log_line_prefix = '@ '");
	await sql(server.databaseUrl, 'SELECT pg_reload_conf()');
}, 240_000);

afterAll(() => server?.stop());

/** What a page asks of the database, from the second time on: the first one opens connections. */
async function statementsOf(page: string): Promise<string[]> {
	const log = path.join(server.dataDir, 'postgres.log');
	let before = 0;
	for (let n = 0; n < 2; n++) {
		before = fs.statSync(log).size;
		const answer = await fetch(server.url + page, { headers: { cookie } });
		expect(answer.status).toBe(200);
		await answer.text();
	}
	const logged = fs.readFileSync(log).subarray(before).toString();
	return logged.split(/^@ /m).filter((line) => /^LOG: {2}(execute|statement)/.test(line));
}

const record = (kind: string) => () =>
	`/${kind === 'company' ? 'companies' : kind === 'activity' ? 'activities' : `${kind}s`}/${ids[kind]}`;

test.each<[page: string, most: number, address: () => string]>([
	['Today', 12, () => '/dashboard'],
	['call mode', 12, () => '/dashboard/next'],
	// its sums and averages are one of them
	['the list of companies', 7, () => '/companies'],
	['the list of contacts', 5, () => '/contacts'],
	['the list of activities', 5, () => '/activities'],
	// and so here
	['the list of deals', 7, () => '/deals?view=list'],
	['the board', 5, () => '/deals'],
	// each record with its contacts, its deals, its follow-ups, its timeline and what a new activity is likely about
	['a company', 8, record('company')],
	['a contact', 8, record('contact')],
	// with its signals, and the other deals of its company
	['a deal', 9, record('deal')],
	['an activity', 8, record('activity')],
	['the form of a company', 4, () => `${record('company')()}/edit`],
])('%s asks the database at most %i times', async (_, most, address) => {
	const statements = await statementsOf(address());
	expect(statements.length, statements.join('\n')).toBeLessThanOrEqual(most);
	// the session, and what every page needs
	expect(statements.length).toBeGreaterThan(1);
});

test.each(['/dashboard', '/deals?view=list', '/reports', '/settings'])(
	'%s reads the account’s settings once, however many of its parts need them',
	async (address) => {
		const statements = await statementsOf(address);
		const reading = statements.filter((statement) => /\b(FROM|JOIN)\s+settings\b/i.test(statement));
		expect(reading.length, statements.join('\n')).toBe(1);
	},
);
