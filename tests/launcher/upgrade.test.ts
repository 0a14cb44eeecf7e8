import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CHECKOUT } from '../../scripts/launcher/config.ts';
import { freePort, makeOpenFolder, spawnLauncher, startServerForTests } from '../support/app-server.ts';
import { migrateBefore } from '../support/old-database.ts';
import { type OwnServer, startOwnServer } from '../support/own-server.ts';
import { password } from '../support/password.ts';
import { sql } from '../support/sql.ts';

const folder = makeOpenFolder();
let server: OwnServer;

beforeAll(async () => {
	server = await startOwnServer(folder);
}, 240_000);

afterAll(async () => {
	await server?.stop();
	fs.rmSync(folder, { recursive: true });
});

/** A database of the second version, in which Lan keeps one company. */
async function oldDatabase(name: string): Promise<string> {
	const url = await server.database(name);
	await migrateBefore(url, '20261125200000_activities');
	await sql(
		url,
		`WITH lan AS (INSERT INTO "user" (id, name, email) VALUES (gen_random_uuid(), 'Lan', 'lan@example.com') RETURNING id)
		 INSERT INTO company (user_id, id, name) SELECT id, gen_random_uuid(), 'Thủy sản Bình Minh' FROM lan`,
	);
	return url;
}

const companies = (url: string) => sql<{ name: string }>(url, 'SELECT name FROM company');
const applied = (url: string) => sql<{ n: number }>(url, 'SELECT count(*)::int AS n FROM _prisma_migrations');

/** What a start says that refuses. */
async function refusal(dataDir: string, env: Record<string, string>): Promise<string> {
	const refused = spawnLauncher({ dataDir, port: await freePort(), env });
	expect(await refused.exited).toBe(1);
	return refused.output();
}

test('a newer version backs the database up before it changes it', async () => {
	const url = await oldDatabase('upgraded');
	const dataDir = path.join(folder, 'upgraded');
	const app = await startServerForTests({ dataDir, env: { DATABASE_URL: url } });
	await app.stop();
	// in the order in which it takes its time
	expect(app.output()).toMatch(
		/^Backing up before the database is changed …\n.+restored on trial and found equal\. Undo in it reaches back to [\d-]+\.\nApplying \d+ migrations …\n/m,
	);
	expect(fs.readdirSync(path.join(dataDir, 'backups'))).toEqual([
		expect.stringMatching(/^minicrm-\d{8}T\d{6}Z-before-20261125200000_activities\.backup\.gz$/),
	]);
	expect(await companies(url)).toEqual([{ name: 'Thủy sản Bình Minh' }]);

	// nothing is left to be done
	const again = await startServerForTests({ dataDir, env: { DATABASE_URL: url } });
	await again.stop();
	expect(again.output()).not.toMatch(/Backing up|Applying/);
});

test('without a backup nothing is changed, unless that is asked for', async () => {
	const url = await oldDatabase('without_backup');
	const dataDir = path.join(folder, 'without-backup');
	const before = await applied(url);
	const env = { DATABASE_URL: url, BACKUP_DIR: '/dev/null/backups' };
	const said = await refusal(dataDir, env);
	expect(said).toMatch(/the backup before that failed: .+\. Nothing was changed\..+BACKUP_BEFORE_MIGRATION=off/);
	expect(await applied(url)).toEqual(before);

	const app = await startServerForTests({ dataDir, env: { ...env, BACKUP_BEFORE_MIGRATION: 'off' } });
	await app.stop();
	expect(await companies(url)).toEqual([{ name: 'Thủy sản Bình Minh' }]);
});

test('an empty database in the place of one with data is refused, and stays empty', async () => {
	const url = await oldDatabase('right_volume');
	const dataDir = path.join(folder, 'volume');
	const app = await startServerForTests({ dataDir, env: { DATABASE_URL: url } });
	await app.stop();

	const empty = await server.database('wrong_volume');
	const said = await refusal(dataDir, { DATABASE_URL: empty });
	expect(said).toContain('The database is empty, although this installation had data');
	expect(await sql(empty, "SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace")).toEqual([]);

	// the file that the refusal names is all that stands in the way
	fs.rmSync(/remove (\S+)\.\s*$/.exec(said)?.[1] ?? '');
	const begun = await startServerForTests({ dataDir, env: { DATABASE_URL: empty } });
	await begun.stop();
	expect(await companies(empty)).toEqual([]);
	// nobody has an account there yet, so there is nothing to be missed
	expect(fs.existsSync(path.join(dataDir, 'has-data.json'))).toBe(false);
});

test('the first run already remembers that somebody has an account', async () => {
	const dataDir = path.join(folder, 'first-run');
	const app = await startServerForTests({ dataDir, env: { DATABASE_URL: await server.database('first_run') } });
	const lan = { name: 'Lan', email: 'lan@example.com', password };
	const signedUp = await fetch(`${app.url}/api/auth/sign-up/email`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json', Origin: app.url },
		body: JSON.stringify(lan),
	});
	expect(signedUp.status).toBe(200);
	expect(await app.stop()).toBe(0);
	const said = await refusal(dataDir, { DATABASE_URL: await server.database('mistyped') });
	expect(said).toContain('The database is empty, although this installation had data');
});

test('two instances that start at once on an empty database migrate it once, and both serve', async () => {
	const url = await server.database('shared');
	const start = (name: string) =>
		startServerForTests({ dataDir: path.join(folder, name), env: { DATABASE_URL: url, SIGN_UP: 'open' } });
	const both = await Promise.all([start('first'), start('second')]);
	const names = fs.readdirSync(path.join(CHECKOUT, 'prisma/migrations')).filter((name) => !name.endsWith('.toml'));
	const history = await sql<{ migration_name: string }>(
		url,
		'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY 1',
	);
	expect(history.map(({ migration_name }) => migration_name)).toEqual(names.sort());
	for (const app of both) {
		expect((await fetch(`${app.url}/api/health/ready`)).status).toBe(200);
		expect((await fetch(`${app.url}/login`)).status).toBe(200);
	}
	for (const app of both) expect(await app.stop()).toBe(0);
});
