import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyMigrations } from '../../scripts/launcher/migrate.ts';
import type { TestDatabase } from '../support/database.ts';
import { createDatabaseBefore } from '../support/old-database.ts';

const lan = randomUUID();
const binhMinh = randomUUID();
const bảo = randomUUID();

let database: TestDatabase;
let before: Record<string, unknown>[];

const query = async (sql: string, values: unknown[] = []) =>
	(await database.pool.query<Record<string, unknown>>(sql, values)).rows;
const readDeals = () => query('SELECT * FROM deal ORDER BY position');

/** What the rows say that both forms have. */
const content = (rows: Record<string, unknown>[]) =>
	rows.map(
		({ probability: _, own_probability: __, contact_key: ___, other_people: ____, pinned_note_id: _____, ...row }) =>
			row,
	);

beforeAll(async () => {
	database = await createDatabaseBefore('20261125180000_deals');

	await query(`INSERT INTO "user" (id, name, email) VALUES ($1, 'Nguyễn Thị Lan', 'lan@example.com')`, [lan]);
	await query(`INSERT INTO company (user_id, id, name) VALUES ($1, $2, 'Thủy sản Bình Minh')`, [lan, binhMinh]);
	await query(`INSERT INTO contact (user_id, id, company_id, name) VALUES ($1, $2, $3, 'Trần Quốc Bảo')`, [
		lan,
		bảo,
		binhMinh,
	]);
	const old: [name: string, stage: string, probability: number, contact: string | null][] = [
		['Sáu mươi', 'proposal', 60, bảo],
		['Năm mươi', 'proposal', 50, null],
		['Mười', 'prospecting', 10, null],
		['Không', 'negotiation', 0, null],
		['Thắng', 'closed_won', 60, null],
		['Thua', 'closed_lost', 60, bảo],
		['Bị xóa', 'qualification', 25, bảo],
	];
	for (const [n, [name, stage, probability, contact]] of old.entries())
		await query(
			`INSERT INTO deal (user_id, id, company_id, contact_id, name, value, currency, stage, probability, position, closed_at)
			 VALUES ($1, $2, $3, $4, $5, 1500000.5, 'VND', $6::text::deal_stage, $7, $8, CASE WHEN $6 LIKE 'closed%' THEN now() END)`,
			[lan, randomUUID(), binhMinh, contact, name, stage, probability, `a${n}`],
		);
	before = await readDeals();
	await query(`DELETE FROM deal WHERE name = 'Bị xóa'`);
	const history = await query('SELECT count(*) FROM change_log WHERE id > 0');
	await applyMigrations(database.url);
	// that the form changes in which rows are kept is no change of theirs
	expect(await query('SELECT count(*) FROM change_log WHERE id > 0')).toEqual(history);
});

afterAll(() => database.drop());

test('a probability that differs from the stage’s becomes the user’s own, another follows the stage', async () => {
	const rows = await readDeals();
	expect(rows.map((row) => [row.name, row.own_probability, row.probability])).toEqual([
		['Sáu mươi', 60, 60],
		['Năm mươi', null, 50],
		['Mười', null, 10],
		['Không', 0, 0],
		['Thắng', null, 100],
		['Thua', null, 0],
	]);
	expect(content(rows)).toEqual(content(before.slice(0, -1)));
});

test('who has no contact has no name to sort by, and is found as before', async () => {
	expect((await readDeals()).map(({ contact_key }) => contact_key)).toEqual([
		'tran quoc bao',
		null,
		null,
		null,
		null,
		'tran quoc bao',
	]);
	const found = await query(`SELECT name FROM deal WHERE search LIKE holds('binh') AND search LIKE holds('nam')`);
	expect(found).toEqual([{ name: 'Năm mươi' }]);
});

test('a deletion from before can be undone', async () => {
	const [deletion] = await query('SELECT change_set_id AS id FROM change_log WHERE after IS NULL');
	const client = await database.pool.connect();
	await client.query('BEGIN');
	await client.query(`SELECT set_config('app.change_undoes', $1, true)`, [deletion?.id]);
	const { rows: obstacles } = await client.query('SELECT * FROM undo_change_sets($1, ARRAY[$2::uuid], false)', [
		lan,
		deletion?.id,
	]);
	await client.query('COMMIT');
	client.release();
	expect(obstacles).toEqual([]);
	const rows = await readDeals();
	expect(rows.at(-1)).toMatchObject({ name: 'Bị xóa', own_probability: null, probability: 25 });
	expect(content(rows)).toEqual(content(before));
});
