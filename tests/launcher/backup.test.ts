import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeOpenFolder, startServerForTests } from '../support/app-server.ts';
import { runScript } from '../support/run-script.ts';
import { sql } from '../support/sql.ts';

const folder = makeOpenFolder();
const dataDir = path.join(folder, 'data');
const backups = path.join(dataDir, 'backups');

afterAll(() => fs.rmSync(folder, { recursive: true }));

const run = (script: string, args: string[], dataFolder: string) =>
	runScript(script, args, { MINICRM_DATA_DIR: dataFolder });

const names = async (databaseUrl: string) =>
	(await sql<{ name: string }>(databaseUrl, 'SELECT name FROM company ORDER BY name')).map(({ name }) => name);

let file = '';

beforeAll(async () => {
	const server = await startServerForTests({ dataDir });
	await sql(
		server.databaseUrl,
		`WITH lan AS (INSERT INTO "user" (id, name, email, updated_at) VALUES (gen_random_uuid(), 'Lan', 'lan@example.com', now()) RETURNING id)
		 INSERT INTO company (user_id, id, name) SELECT id, gen_random_uuid(), 'Thủy sản Bình Minh' FROM lan`,
	);
	const { code, said } = await run('backup.ts', [], dataDir);
	expect(said).toContain('restored on trial and found equal');
	expect(code).toBe(0);
	const [name, ...others] = fs.readdirSync(backups);
	expect(others).toEqual([]);
	file = path.join(backups, name ?? '');
	expect(fs.statSync(file).mode & 0o777).toBe(0o600);
	const noted = JSON.parse(fs.readFileSync(path.join(dataDir, 'last-backup.json'), 'utf8'));
	expect(Date.now() - Date.parse(noted.at)).toBeLessThan(240_000);
	expect(noted.rows).toBeGreaterThan(1);
	await sql(server.databaseUrl, "UPDATE company SET name = 'Nhầm'");
	// a running MiniCRM keeps its data
	const refused = await run('restore.ts', [file, '--force'], dataDir);
	expect(refused.code).toBe(1);
	expect(await names(server.databaseUrl)).toEqual(['Nhầm']);
	expect(await server.stop()).toBe(0);
}, 240_000);

test('a backup of the running app is restored over later changes, by force alone', async () => {
	const refused = await run('restore.ts', [file], dataDir);
	expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('add --force') });
	const { code, said } = await run('restore.ts', [file, '--force'], dataDir);
	expect(said).toContain('Restored');
	expect(code).toBe(0);
	const server = await startServerForTests({ dataDir });
	expect(await names(server.databaseUrl)).toEqual(['Thủy sản Bình Minh']);
	expect(await server.stop()).toBe(0);
});

test('a backup moves an installation to another place', async () => {
	const elsewhere = path.join(folder, 'elsewhere');
	const { code } = await run('restore.ts', [file], elsewhere);
	expect(code).toBe(0);
	const server = await startServerForTests({ dataDir: elsewhere });
	expect(await names(server.databaseUrl)).toEqual(['Thủy sản Bình Minh']);
	expect(await fetch(`${server.url}/login`)).toHaveProperty('status', 200);
	expect(await server.stop()).toBe(0);
});

test('what is asked wrongly is refused in a sentence', async () => {
	const none = await run('backup.ts', [], path.join(folder, 'nothing'));
	expect(none).toMatchObject({ code: 1, said: expect.stringContaining('There is no MiniCRM in') });
	const noFile = await run('restore.ts', [], dataDir);
	expect(noFile).toMatchObject({ code: 1, said: expect.stringContaining('Say which backup') });
	const missing = await run('restore.ts', ['nothing.gz', '--force'], dataDir);
	expect(missing).toMatchObject({ code: 1, said: expect.stringContaining('There is no file') });
});
