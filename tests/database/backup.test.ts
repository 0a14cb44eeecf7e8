import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { outdated } from '@/lib/operations/backup-names';
import { restoreBackup } from '../../scripts/backup/restore-backup.ts';
import { listBackups } from '../../scripts/backup/retention.ts';
import { type Backup, backupName, writeBackup } from '../../scripts/backup/write-backup.ts';
import { applyMigrations, MIGRATIONS_FOLDER } from '../../scripts/launcher/migrate.ts';
import { readMigrations } from '../../scripts/launcher/migration-files.ts';
import { makeAccount } from '../support/accounts';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { makeDeal, move } from '../support/deals';
import { createDatabaseBefore } from '../support/old-database';
import { makeCompanyWithEverything, pinNotes } from '../support/sample-account';

const migrations = readMigrations(MIGRATIONS_FOLDER);
const source = process.env.DATABASE_URL ?? '';
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'minicrm-backup-'));
let backup: Backup;
let target: TestDatabase;

beforeAll(async () => {
	const lan = await makeAccount('Nguyễn Thị Lan');
	const { company } = await makeCompanyWithEverything(lan);
	await makeCompanyWithEverything(lan, 'Dòng một\nDòng hai\\.\t"quotes" \\N \u2028 😀');
	await pinNotes();
	const deal = await makeDeal(lan, company, { name: 'Kho lạnh' });
	await move(lan, deal, { stage: 'proposal' });
	backup = await writeBackup(source, folder, { version: '1.2.3' });
});
afterAll(() => fs.rmSync(folder, { recursive: true }));
afterEach(async () => {
	await target?.drop();
	target = undefined as unknown as TestDatabase;
});

/** Every row of every table, and what each sequence gives next. */
async function contents(url: string): Promise<Record<string, unknown>> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		const found: Record<string, unknown> = {};
		const { rows: tables } = await client.query<{ name: string }>(
			"SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> '_prisma_migrations' ORDER BY 1",
		);
		for (const { name } of tables)
			found[name] = (await client.query(`SELECT to_jsonb(t)::text AS row FROM public."${name}" t ORDER BY 1`)).rows;
		found.sequences = (await client.query('SELECT sequencename, last_value::text FROM pg_sequences ORDER BY 1')).rows;
		return found;
	} finally {
		await client.end();
	}
}

const empty = async () => {
	target = await createTestDatabase({ template: 'template0' });
	return target.url;
};

/** A copy of the backup whose text was changed. */
function altered(change: (text: string) => string): string {
	const file = path.join(folder, `altered-${Math.random()}`);
	fs.writeFileSync(file, gzipSync(change(gunzipSync(fs.readFileSync(backup.file)).toString('utf8'))));
	return file;
}

describe('a backup', () => {
	test('restored into an empty database equals what it was made of, table by table, and can be worked on', async () => {
		const url = await empty();
		await restoreBackup(url, backup.file, { migrations });
		const [before, after] = [await contents(source), await contents(url)];
		expect(Object.keys(before).length).toBeGreaterThan(19);
		for (const [table, rows] of Object.entries(before)) expect(after[table], table).toEqual(rows);
		// each kind of row is among them
		for (const table of [
			'company',
			'contact',
			'deal',
			'activity',
			'follow_up',
			'tag',
			'change_log',
			'deal_stage_change',
		])
			expect(after[table], table).not.toEqual([]);
		await applyMigrations(url);
		await target.pool.query(
			'INSERT INTO company (user_id, id, name) SELECT id, gen_random_uuid(), \'Sao Mai\' FROM "user" LIMIT 1',
		);
		const { rows } = await target.pool.query(
			"SELECT count(*)::int AS logged FROM change_log WHERE after ->> 'name' = 'Sao Mai'",
		);
		expect(rows).toEqual([{ logged: 1 }]);
	});

	test('goes into a database that was started but never used, and into a used one only by force', async () => {
		target = await createTestDatabase();
		await restoreBackup(target.url, backup.file, { migrations });
		await expect(restoreBackup(target.url, backup.file, { migrations })).rejects.toThrow('holds data already');
		await target.pool.query("UPDATE company SET name = 'Khác'");
		await restoreBackup(target.url, backup.file, { migrations, force: true });
		expect(await contents(target.url)).toEqual(await contents(source));
	});

	test.each([
		['the first version', 1],
		['the version before this one', migrations.length - 1],
	])('of %s is restored as it was, and brought up to this one by the start', async (_, held) => {
		const old = await createDatabaseBefore(migrations[held]?.name ?? '');
		const file = await (async () => {
			await old.pool.query(
				`WITH lan AS (INSERT INTO "user" (id, name, email, updated_at) VALUES (gen_random_uuid(), 'Lan', 'lan@example.com', now()) RETURNING id)
				 INSERT INTO company (user_id, id, name) SELECT id, gen_random_uuid(), 'Thủy sản Bình Minh' FROM lan;
				 INSERT INTO contact (user_id, id, company_id, name, rhythm) SELECT user_id, gen_random_uuid(), id, 'Trần Quốc Bảo', 'weekly' FROM company`,
			);
			const oldFolder = path.join(folder, `old-${held}`);
			fs.mkdirSync(oldFolder);
			return (await writeBackup(old.url, oldFolder, { version: '0.0.1' })).file;
		})().finally(() => old.drop());
		const url = await empty();
		await restoreBackup(url, file, { migrations });
		const history = async () =>
			(await target.pool.query('SELECT migration_name AS name FROM _prisma_migrations ORDER BY 1')).rows.map(
				({ name }) => name,
			);
		const names = migrations.map(({ name }) => name);
		expect(await history()).toEqual(names.slice(0, held));
		await applyMigrations(url);
		expect(await history()).toEqual(names);
		const { rows } = await target.pool.query(`
			SELECT c.name, s.contacts, (p.due_at - p.added_at AT TIME ZONE 'UTC')::text AS due FROM company c
			JOIN company_stats s ON s.company_id = c.id JOIN contact_stats p ON p.company_id = c.id`);
		expect(rows).toEqual([{ name: 'Thủy sản Bình Minh', contacts: 1, due: '7 days' }]);
	});
});

describe('a backup is refused, and the database stays as it was,', () => {
	const cut = (bytes: number) => {
		const file = path.join(folder, `cut-${bytes}`);
		const whole = fs.readFileSync(backup.file);
		fs.writeFileSync(file, whole.subarray(0, bytes > 0 ? bytes : whole.length + bytes));
		return file;
	};
	test.each<[string, () => string, string]>([
		['that was cut off', () => cut(-500), 'ends too early'],
		[
			'that was cut off at a line',
			() => altered((text) => text.slice(0, text.lastIndexOf('{"manifest"'))),
			'ends too early',
		],
		['that was cut to nothing', () => cut(1), 'damaged'],
		[
			'with another name in a row',
			() => altered((text) => text.replace('Kho lạnh', 'Kho nóng')),
			'not those that were written',
		],
		[
			'that lacks a row',
			() => altered((text) => text.replace(/(\{"table":"change_set".*\n)[^\n]+\n/, '$1')),
			'damaged',
		],
		[
			'with a row that is none',
			() => altered((text) => text.replace(/(\{"table":"company".*\n)/, '$1x\ty\n')),
			'damaged',
		],
		[
			'with a foreign table',
			() => altered((text) => text.replace('{"table":"company"', '{"table":"pg_authid"')),
			'is not one of',
		],
		[
			'of a newer version',
			() => altered((text) => text.replace('"migrations":[', '"migrations":["99990101000000_later",')),
			'newer version',
		],
		['of a newer format', () => altered((text) => text.replace('"version":1', '"version":2')), 'newer version'],
		['that is something else', () => path.join(import.meta.dirname, 'backup.test.ts'), 'damaged'],
		['that is not there', () => path.join(folder, 'nothing'), 'There is no file'],
	])('%s', async (_, file, message) => {
		target = await createTestDatabase();
		const lan = 'INSERT INTO "user" (id, name, email, updated_at) VALUES (gen_random_uuid(), $1, $2, now())';
		await target.pool.query(lan, ['Trần Văn Nam', 'nam@example.com']);
		const before = await contents(target.url);
		await expect(restoreBackup(target.url, file(), { migrations, force: true })).rejects.toThrow(message);
		expect(await contents(target.url)).toEqual(before);
	});
});

test('a table that was added by hand is named with what to do, and the backup is not called damaged', async () => {
	const database = await createTestDatabase();
	await database.pool.query('CREATE TABLE bang_gia (id integer PRIMARY KEY, ten text)');
	const { file } = await writeBackup(database.url, fs.mkdtempSync(`${folder}/by-hand-`), { version: '1.2.3' });
	await database.drop();
	await empty();
	const refused = restoreBackup(target.url, file, { migrations });
	await expect(refused).rejects.toThrow(/holds the table "bang_gia".*ALTER TABLE … SET SCHEMA/);
	await expect(refused).rejects.not.toThrow('damaged');
});

test('of the backups made before an update the last one of each of three is kept, whatever day it is of', () => {
	const made = (day: string, purpose?: string) => backupName(new Date(`${day}T03:00:00Z`), purpose);
	const updates = ['2026-11-27', '2026-11-20', '2025-03-01', '2024-03-01'].map((day, n) => made(day, `before-${n}_x`));
	// tried several times, as by a container that starts again and again
	const again = made('2026-11-19', 'before-1_x');
	expect(outdated([made('2026-11-27'), ...updates.toSpliced(2, 0, again)])).toEqual([again, updates[3]]);
});

test('the last backup of each of seven days and of each of four weeks is kept', () => {
	const day = 86_400_000;
	const now = Date.parse('2026-11-27T03:00:00Z');
	const names = Array.from({ length: 60 }, (_, n) => [
		backupName(new Date(now - n * day)),
		backupName(new Date(now - n * day - 3_600_000)),
	])
		.flat()
		.concat('notes.txt', 'minicrm-20261127T030000Z.backup.gz.x.partial');
	const gone = new Set(outdated(names));
	const kept = names.filter((name) => !gone.has(name)).map((name) => name.slice(8, 16));
	expect(kept.slice(0, 7)).toEqual([
		'20261127',
		'20261126',
		'20261125',
		'20261124',
		'20261123',
		'20261122',
		'20261121',
	]);
	// the Sundays of the weeks before
	expect(kept.slice(7, -2)).toEqual(['20261115', '20261108']);
	expect(listBackups(folder)).toEqual([path.basename(backup.file)]);
});
