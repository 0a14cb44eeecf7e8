import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyMigrations } from '../../scripts/launcher/migrate.ts';
import type { TestDatabase } from '../support/database.ts';
import { withFieldNames } from '../support/migrated-fields.ts';
import { createDatabaseBefore } from '../support/old-database.ts';

/** Rows in every table, as the version before contact points had them. */
const DATA = `
	SET CONSTRAINTS ALL DEFERRED;
	INSERT INTO "user" (id, name, email, seat) VALUES (uid(1), 'Nguyễn Thị Lan', 'lan@example.com', 1);
	INSERT INTO session (id, expires_at, token, user_id) VALUES (uid(2), '2199-01-01', 'a token', uid(1));
	INSERT INTO account (id, account_id, provider_id, user_id, password) VALUES (uid(3), uid(1)::text, 'credential', uid(1), 'a hash');
	INSERT INTO verification (id, identifier, value, expires_at) VALUES (uid(4), 'an identifier', uid(1)::text, '2199-01-01');
	INSERT INTO rate_limit (id, key, count, last_request) VALUES (uid(5), 'an address', 3, 1764200000000);
	INSERT INTO settings (user_id, currency, locale, time_zone, week_start) VALUES (uid(1), 'VND', 'vi-VN', 'Asia/Ho_Chi_Minh', 6);
	INSERT INTO company (user_id, id, name, website, phone, email, metadata) VALUES
		(uid(1), uid(10), 'Thủy sản Bình Minh', 'https://binhminh.example.com', '028 3822 1111 / 0901', 'Chao@BinhMinh.example.com', '{"zalo": "0987654321"}'),
		(uid(1), uid(11), 'Đặng & Con', NULL, NULL, NULL, '{}');
	INSERT INTO contact (user_id, id, company_id, name, email, phone, is_decision_maker, authority_level, rhythm, metadata) VALUES
		(uid(1), uid(20), uid(10), 'Trần Quốc Bảo', 'bao@xn--v-d-hma9q.example', '+84 (0)901 234 567', true, 'primary', 'weekly', '{"zalo": "0987654321"}'),
		(uid(1), uid(21), uid(11), 'Đặng Thị Ánh', NULL, NULL, false, NULL, NULL, '{}');
	INSERT INTO deal (user_id, id, company_id, contact_id, name, value, currency, stage, position) VALUES
		(uid(1), uid(30), uid(10), uid(20), 'Kho lạnh', 1500000.50, 'VND', 'prospecting', 'a0V');
	INSERT INTO deal_person (user_id, deal_id, contact_id, role) VALUES (uid(1), uid(30), uid(20), 'champion');
	UPDATE deal SET stage = 'proposal' WHERE id = uid(30);
	INSERT INTO activity (user_id, id, company_id, contact_id, deal_id, type, subject, at) VALUES
		(uid(1), uid(50), uid(10), uid(20), uid(30), 'call', 'Gọi hỏi thăm', '2026-10-05 03:00Z');
	INSERT INTO activity_person (user_id, activity_id, contact_id, at, type) VALUES (uid(1), uid(50), uid(20), '2026-10-05 03:00Z', 'call');
	INSERT INTO follow_up (user_id, id, title, due_on, company_id) VALUES (uid(1), uid(60), 'Gửi báo giá', '2026-12-01', uid(10));
	INSERT INTO tag (user_id, id, name) VALUES (uid(1), uid(70), 'VIP');
	INSERT INTO company_tag (user_id, company_id, tag_id) VALUES (uid(1), uid(10), uid(70));
	INSERT INTO contact_tag (user_id, contact_id, tag_id) VALUES (uid(1), uid(20), uid(70));
	INSERT INTO saved_view (user_id, id, list, name, query, place) VALUES (uid(1), uid(80), 'contacts', 'Khách quen', 'decides=yes', 1);
	INSERT INTO data_import (user_id, id, file_name, bytes, status, settings) VALUES (uid(1), uid(85), 'a.csv', 3, 'checked', '{}');
	INSERT INTO data_import_part (user_id, import_id, part, bytes) VALUES (uid(1), uid(85), 0, 'abc');
	INSERT INTO data_import_progress (user_id, import_id, phase, done, total) VALUES (uid(1), uid(85), 'Saving', 1, 2);
	INSERT INTO data_import_refusal (user_id, import_id, line, field, reason, cells) VALUES (uid(1), uid(85), 2, 'Email', 'No', '[]');`;

/** What was done just before, and what takes a contact away, each under a name by which it can be undone. */
const CHANGES = [
	`UPDATE contact SET email = 'bao@example.com', phone = NULL WHERE id = uid(20)`,
	`DELETE FROM contact WHERE id = uid(21)`,
];

type Row = Record<string, unknown>;

let database: TestDatabase;
let before: Map<string, Row[]>;
let after: Map<string, Row[]>;

const rowsOf = async (sql: string) => (await database.pool.query<Row>(sql)).rows;

async function everything(): Promise<Map<string, Row[]>> {
	const tables = await rowsOf(`
		SELECT relname AS name FROM pg_class
		WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> '_prisma_migrations' ORDER BY 1`);
	const all = new Map<string, Row[]>();
	for (const { name } of tables) {
		const rows = await rowsOf(`SELECT to_jsonb(t) AS row FROM "${name}" t ORDER BY to_jsonb(t)::text`);
		all.set(
			String(name),
			rows.map(({ row }) => row as Row),
		);
	}
	return all;
}

beforeAll(async () => {
	database = await createDatabaseBefore('20261129120000_contact_points');
	await database.pool.query(`
		CREATE FUNCTION uid(n int) RETURNS uuid LANGUAGE sql IMMUTABLE RETURN ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid;
		BEGIN; ${DATA} COMMIT`);
	for (const [at, change] of CHANGES.entries())
		await database.pool.query(`
			BEGIN; SELECT set_config('app.change_set', uid(${90 + at})::text, true), set_config('app.change_label', 'Edit', true);
			${change}; COMMIT`);
	before = await everything();
	await applyMigrations(database.url);
	after = await everything();
});
afterAll(() => database.drop());

test('there was a row in every table, and all of them are there as they were', () => {
	const named = (row: Row) => withFieldNames(row, after.get('field') ?? []);
	expect([...before].filter(([, rows]) => rows.length === 0).map(([name]) => name)).toEqual([]);
	for (const [table, rows] of before)
		expect(
			after
				.get(table)
				?.map((row) => Object.fromEntries(Object.keys(rows[0] ?? {}).map((column) => [column, named(row)[column]]))),
			table,
		).toEqual(rows.map(named));
});

test('every address is the main one, without a label, and nobody has another', () => {
	expect(after.get('contact_point')).toEqual([]);
	for (const { email_label, phone_label, website_label = null, further_points } of [
		...(after.get('company') ?? []),
		...(after.get('contact') ?? []),
	])
		expect([email_label, phone_label, website_label, further_points]).toEqual([null, null, null, null]);
});

test('what was done before can still be undone, also what brings a contact back', async () => {
	for (const at of [1, 0])
		expect(await rowsOf(`SELECT * FROM undo_change_sets(uid(1), ARRAY[uid(${90 + at})], false)`)).toEqual([]);
	expect(await rowsOf(`SELECT name, email, phone, phone_label, further_points FROM contact ORDER BY id`)).toEqual([
		{
			...{ name: 'Trần Quốc Bảo', email: 'bao@xn--v-d-hma9q.example', phone: '+84 (0)901 234 567' },
			...{ phone_label: null, further_points: null },
		},
		{ name: 'Đặng Thị Ánh', email: null, phone: null, phone_label: null, further_points: null },
	]);
});

test('a point of today is found and goes with its record', async () => {
	await database.pool.query(`
		INSERT INTO contact_point (user_id, id, contact_id, kind, value, place) VALUES (uid(1), uid(22), uid(20), 'phone', '0912 345 678', 0)`);
	expect(await rowsOf(`SELECT name FROM contact WHERE search LIKE '% 0912345678%'`)).toEqual([
		{ name: 'Trần Quốc Bảo' },
	]);
	await database.pool.query(`DELETE FROM company WHERE id = uid(10)`);
	expect(await rowsOf('SELECT FROM contact_point')).toEqual([]);
});
