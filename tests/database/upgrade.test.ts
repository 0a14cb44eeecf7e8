import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyMigrations } from '../../scripts/launcher/migrate.ts';
import type { TestDatabase } from '../support/database.ts';
import { withFieldNames } from '../support/migrated-fields.ts';
import { createDatabaseBefore } from '../support/old-database.ts';

/** What the first version could hold: a row of every table, and of the main ones several kinds. */
const FIRST_VERSION_DATA = `
	INSERT INTO "user" (id, name, email, seat) VALUES (uid(1), 'Nguyễn Thị Lan', 'lan@example.com', 1);
	INSERT INTO session (id, expires_at, token, user_id, user_agent) VALUES (uid(2), '2199-01-01', 'a token', uid(1), 'a browser');
	INSERT INTO account (id, account_id, provider_id, user_id, password) VALUES (uid(3), uid(1)::text, 'credential', uid(1), 'a hash');
	INSERT INTO verification (id, identifier, value, expires_at) VALUES (uid(4), 'an identifier', uid(1)::text, '2199-01-01');
	INSERT INTO rate_limit (id, key, count, last_request) VALUES (uid(5), 'an address', 3, 1764200000000);
	INSERT INTO settings (user_id, currency, locale, time_zone, week_start) VALUES (uid(1), 'VND', 'vi-VN', 'Asia/Ho_Chi_Minh', 6);
	INSERT INTO company (user_id, id, name, industry, size, website, phone, email, address, notes, metadata) VALUES
		(uid(1), uid(10), 'Thủy sản Bình Minh', 'Thuỷ sản', '51-200', 'https://binhminh.example.com', '028 3822 1111',
			'chao@binhminh.example.com', E'12 Lê Lợi\\nQuận 1', E'Dòng một\\n"hai" \\\\N', '{"zalo": "0987654321", "chi nhánh": 3}'),
		(uid(1), uid(11), 'Đặng & Con', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '{}');
	INSERT INTO contact (user_id, id, company_id, name, email, phone, job_title, is_decision_maker, authority_level, rhythm, notes) VALUES
		(uid(1), uid(20), uid(10), 'Trần Quốc Bảo', 'bao@binhminh.example.com', '+84 901 234 567', 'Giám đốc', true, 'primary', 'weekly', 'Gọi buổi sáng'),
		(uid(1), uid(21), uid(11), 'Đặng Thị Ánh', NULL, NULL, NULL, false, NULL, NULL, NULL);
	INSERT INTO deal (user_id, id, company_id, contact_id, name, value, currency, stage, probability, expected_close_on, closed_at, lost_reason, position) VALUES
		(uid(1), uid(30), uid(10), uid(20), 'Kho lạnh', 1500000.50, 'VND', 'proposal', 55, '2026-12-24', NULL, NULL, 'a0V'),
		(uid(1), uid(31), uid(10), NULL, 'Máy đóng gói', 200, 'USD', 'closed_lost', 0, NULL, '2026-10-01', 'Giá', 'a1V'),
		(uid(1), uid(32), uid(11), uid(21), 'Bảo trì', 0, 'EUR', 'closed_won', 100, '2026-10-31', '2026-10-02', NULL, 'a2V');
	INSERT INTO deal_stage_change (user_id, id, deal_id, from_stage, to_stage, at) VALUES
		(uid(1), uid(40), uid(30), NULL, 'prospecting', '2026-09-01'), (uid(1), uid(41), uid(30), 'prospecting', 'proposal', '2026-09-20');
	INSERT INTO activity (user_id, id, company_id, contact_id, deal_id, type, subject, description, at, duration_minutes, outcome, next_steps) VALUES
		(uid(1), uid(50), uid(10), uid(20), uid(30), 'call', 'Gọi hỏi thăm', 'Nói về giá', '2026-10-05 03:00Z', 15, 'Quan tâm', 'Gửi báo giá'),
		(uid(1), uid(51), uid(10), NULL, NULL, 'note', 'Ghi chú', NULL, '2026-10-06 03:00Z', NULL, NULL, NULL),
		(uid(1), uid(52), uid(11), uid(21), NULL, 'meeting', 'Họp', NULL, '2199-10-06 03:00Z', 60, NULL, NULL);
	INSERT INTO follow_up (user_id, id, title, due_on, done_at, company_id, contact_id, deal_id, activity_id) VALUES
		(uid(1), uid(60), 'Gửi báo giá', '2026-12-01', NULL, uid(10), uid(20), uid(30), uid(50)),
		(uid(1), uid(61), 'Chúc Tết', NULL, '2026-02-17', NULL, NULL, NULL, NULL);
	INSERT INTO tag (user_id, id, name, colour) VALUES (uid(1), uid(70), 'VIP', 'red'), (uid(1), uid(71), 'miền Tây', 'slate');
	INSERT INTO company_tag (user_id, company_id, tag_id) VALUES (uid(1), uid(10), uid(70)), (uid(1), uid(10), uid(71));
	INSERT INTO contact_tag (user_id, contact_id, tag_id) VALUES (uid(1), uid(20), uid(70));
	UPDATE company SET industry = 'Thủy sản' WHERE id = uid(10);
	DELETE FROM deal WHERE id = uid(32);`;

/** What was done after it, under a name by which it can be undone. */
const LAST_CHANGE = `
	SELECT set_config('app.change_set', uid(90)::text, true), set_config('app.change_label', 'Edit company', true);
	UPDATE company SET name = 'Nhầm', notes = NULL WHERE id = uid(10);
	UPDATE deal SET contact_id = NULL WHERE id = uid(30);`;

/** What later versions keep otherwise, on purpose: see their migrations. */
const REPLACED = [
	'company_stats.last_activity_at',
	'contact_stats.last_activity_at',
	...['company.search', 'contact.search', 'deal.search', 'activity.search'],
];

type Rows = Map<string, Record<string, unknown>[]>;

let database: TestDatabase;
let before: Rows;
let after: Rows;

async function everything(): Promise<Rows> {
	const { rows: tables } = await database.pool.query<{ name: string; key: string }>(`
		SELECT c.relname AS name, (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_index i
			JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey) WHERE i.indrelid = c.oid AND i.indisprimary) AS key
		FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'`);
	const all: Rows = new Map();
	for (const { name, key } of tables) {
		const { rows } = await database.pool.query<{ row: Record<string, unknown> }>(
			`SELECT to_jsonb(t) AS row FROM "${name}" t ORDER BY ${key}`,
		);
		all.set(
			name,
			rows.map(({ row }) => row),
		);
	}
	return all;
}

beforeAll(async () => {
	database = await createDatabaseBefore('20261125180000_deals');
	await database.pool.query(`
		CREATE FUNCTION uid(n int) RETURNS uuid LANGUAGE sql IMMUTABLE RETURN ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid;
		BEGIN; ${FIRST_VERSION_DATA} COMMIT; BEGIN; ${LAST_CHANGE} COMMIT; DROP FUNCTION uid`);
	before = await everything();
	await applyMigrations(database.url);
	after = await everything();
});

afterAll(() => database.drop());

test('the first version has data in every one of its tables', () => {
	expect([...before].filter(([, rows]) => rows.length === 0).map(([name]) => name)).toEqual([]);
	expect(before.size).toBeGreaterThanOrEqual(19);
});

test('an update to this version keeps every row, and in it every value', () => {
	const lost: string[] = [];
	const named = (row: Record<string, unknown>) => withFieldNames(row, after.get('field') ?? []);
	for (const [table, rows] of before) {
		// lines that complete the history are numbered below zero
		const now = (after.get(table) ?? []).filter((row) => table !== 'change_log' || Number(row.id) > 0);
		expect(now.length, table).toBe(rows.length);
		for (const [index, row] of rows.entries()) {
			for (const [column, value] of Object.entries(named(row))) {
				const place = `${table}.${column}`;
				if (REPLACED.includes(place)) continue;
				const kept = named(now[index] ?? {})[column];
				// a copied name that no contact stands behind is none now
				if (place === 'deal.contact_key' && row.contact_id === null) expect(kept).toBeNull();
				else if (JSON.stringify(kept) !== JSON.stringify(value))
					lost.push(`${place}: ${JSON.stringify(value)} became ${JSON.stringify(kept)}`);
			}
		}
	}
	expect(lost).toEqual([]);
});

test('an update gives the stats of contacts what they have copied since', () => {
	const copied = (after.get('contact_stats') ?? []).map((s) => [
		s.contact_id,
		s.company_id,
		s.authority_rank,
		s.rhythm,
		s.added_at,
	]);
	const own = (after.get('contact') ?? []).map((p) => [p.id, p.company_id, p.authority_rank, p.rhythm, p.created_at]);
	expect(copied).toEqual(own);
	// a week after the last call of who has a rhythm
	expect((after.get('contact_stats') ?? []).map(({ due_at }) => due_at)).toEqual(['2026-10-12T03:00:00', null]);
});

test('an update computes every generated column as this version does', async () => {
	const { rows: columns } = await database.pool.query<{ table: string; column: string; expression: string }>(`
		SELECT c.relname AS table, a.attname AS column, pg_get_expr(d.adbin, d.adrelid) AS expression
		FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_attrdef d ON (d.adrelid, d.adnum) = (a.attrelid, a.attnum)
		WHERE a.attgenerated <> '' AND c.relnamespace = 'public'::regnamespace`);
	expect(columns.length).toBeGreaterThan(10);
	const outdated: string[] = [];
	for (const { table, column, expression } of columns) {
		const { rowCount } = await database.pool.query(
			`SELECT FROM "${table}" WHERE "${column}" IS DISTINCT FROM (${expression})`,
		);
		if (rowCount !== 0) outdated.push(`${table}.${column}`);
	}
	expect(outdated).toEqual([]);
});

test('what was done before the update can still be undone', async () => {
	const undone = '00000000-0000-7000-8000-000000000090';
	const obstacles = await database.pool.query('SELECT * FROM undo_change_sets($1, ARRAY[$2::uuid], false)', [
		'00000000-0000-7000-8000-000000000001',
		undone,
	]);
	expect(obstacles.rows).toEqual([]);
	const { rows } = await database.pool.query(`
		SELECT c.name, c.notes, p.name AS person, d.name AS deal FROM company c
		JOIN contact p ON p.company_id = c.id JOIN deal d ON d.contact_id = p.id`);
	expect(rows).toEqual([
		{ name: 'Thủy sản Bình Minh', notes: 'Dòng một\n"hai" \\N', person: 'Trần Quốc Bảo', deal: 'Kho lạnh' },
	]);
});
