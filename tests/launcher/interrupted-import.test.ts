import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { makeOpenFolder, startServerForTests } from '../support/app-server.ts';

const folder = makeOpenFolder();
afterAll(() => fs.rmSync(folder, { recursive: true }));

test('the next start names an import that was stopped with the server, and deletes an upload that was cut off', async () => {
	const dataDir = path.join(folder, 'data');
	const server = await startServerForTests({ dataDir });
	await writeImports(server.databaseUrl);
	expect(await server.stop()).toBe(0);

	const half = path.join(dataDir, 'tmp', 'cut-off.upload');
	fs.writeFileSync(half, 'Contact name,Comp');

	const again = await startServerForTests({ dataDir });
	expect(fs.existsSync(half)).toBe(false);
	const lines = again.output().split('\n');
	expect(lines.filter((line) => line.startsWith('The import of'))).toEqual([
		'The import of "khách hàng.csv" was stopped with the server: nothing of it was imported. The page Import starts it again.',
	]);
	expect(await again.stop()).toBe(0);
});

/** An import that was being run, and one that is finished, of some account. */
async function writeImports(databaseUrl: string): Promise<void> {
	const client = new pg.Client({ connectionString: databaseUrl });
	await client.connect();
	await client.query(
		`WITH lan AS (INSERT INTO "user" (id, name, email, updated_at) VALUES (gen_random_uuid(), 'Lan', 'lan@example.com', now()) RETURNING id)
		INSERT INTO data_import (user_id, id, file_name, bytes, status, settings)
		SELECT lan.id, gen_random_uuid(), name, 0, status, '{}' FROM lan,
			(VALUES ('khách hàng.csv', 'running'), ('công ty.csv', 'done')) AS file (name, status)`,
	);
	await client.end();
}
