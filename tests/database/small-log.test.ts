import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyMigrations } from '../../scripts/launcher/migrate.ts';
import { shrinkLogOf, withLargeLines } from '../../scripts/launcher/shrink-log.ts';
import type { TestDatabase } from '../support/database.ts';
import { createDatabaseBefore } from '../support/old-database.ts';

const lan = '00000000-0000-7000-8000-000000000001';
const hoa = '00000000-0000-7000-8000-000000000002';
const id = (n: number) => `00000000-0000-7000-8000-0000000001${n}`;

/** What was done in the version that logged rows whole, each under a change set of its own. */
const changes = [
	`INSERT INTO company (user_id, id, name, notes) VALUES ('${lan}', '${id(10)}', 'Thủy sản Bình Minh', repeat('Trả chậm. ', 900))`,
	`INSERT INTO contact (user_id, id, company_id, name) VALUES ('${lan}', '${id(20)}', '${id(10)}', 'Trần Quốc Bảo')`,
	`INSERT INTO deal (user_id, id, company_id, name, value, currency, stage, position, notes)
		VALUES ('${lan}', '${id(30)}', '${id(10)}', 'Kho lạnh', 1500000.50, 'VND', 'prospecting', 'a0V', repeat('Báo giá. ', 900))`,
	`UPDATE company SET name = 'Bình Minh Group', metadata = '{"Zalo": "0987"}' WHERE id = '${id(10)}'`,
	`UPDATE deal SET stage = 'proposal', position = 'a1' WHERE id = '${id(30)}'`,
	`INSERT INTO follow_up (user_id, id, title, company_id) VALUES ('${lan}', '${id(40)}', 'Gửi báo giá', '${id(10)}')`,
	`UPDATE follow_up SET title = 'Gửi hợp đồng' WHERE id = '${id(40)}'`,
	`UPDATE deal SET position = 'a2' WHERE id = '${id(30)}'`,
	`DELETE FROM contact WHERE id = '${id(20)}'`,
	`DELETE FROM company WHERE id = '${id(10)}'`,
];
const setOf = (n: number) => `00000000-0000-7000-8000-0000000009${String(n).padStart(2, '0')}`;

let database: TestDatabase;
/** The rows before each change. */
const states: unknown[] = [];

const rowsOf = async <Row>(sql: string) => (await database.pool.query(sql)).rows as Row[];

async function state() {
	const tables = ['company', 'contact', 'deal', 'deal_stage_change', 'follow_up'];
	const found = tables.map((table) =>
		rowsOf(`SELECT to_jsonb(t) AS row FROM ${table} t WHERE user_id = '${lan}' ORDER BY to_jsonb(t)::text`),
	);
	return Promise.all(found);
}

type Line = { entity: string; before: Record<string, unknown> | null; after: Record<string, unknown> | null };
const lines = () => rowsOf<Line>(`SELECT entity, before, after FROM change_log WHERE user_id = '${lan}' ORDER BY id`);
const isLarge = ({ before, after }: Line) => 'user_id' in (after ?? before ?? {});

beforeAll(async () => {
	database = await createDatabaseBefore('20261201090000_small_log');
	await database.pool.query(`
		INSERT INTO "user" (id, name, email, seat) VALUES ('${lan}', 'Nguyễn Thị Lan', 'lan@example.com', 1), ('${hoa}', 'Lê Thị Hoa', 'hoa@example.com', 2)`);
	for (const [n, change] of changes.entries()) {
		states.push(await state());
		await database.pool.query(`BEGIN; SELECT set_config('app.change_set', '${setOf(n)}', true); ${change}; COMMIT`);
	}
	await applyMigrations(database.url);
});
afterAll(() => database.drop());

describe('a log of whole rows', () => {
	test('is known by its oldest line, and is made smaller batch by batch, also after it was stopped', async () => {
		const before = await lines();
		expect(before.every(isLarge)).toBe(true);
		expect(await withLargeLines(database.pool)).toEqual([lan]);
		const stopped = new AbortController();
		const begun = shrinkLogOf(database.pool, lan, stopped.signal, 3);
		stopped.abort();
		await begun;
		const some = (await lines()).filter(isLarge).length;
		expect(some).toBe(before.length - 3);
		expect(await withLargeLines(database.pool)).toEqual([lan]);
		await shrinkLogOf(database.pool, lan, new AbortController().signal, 3);
		expect((await lines()).some(isLarge)).toBe(false);
		expect(await withLargeLines(database.pool)).toEqual([]);
	});

	test('has of updates what changed, of insertions what names the row, and of deletions all', async () => {
		const all = await lines();
		const of = (entity: string, is: (line: Line) => boolean) =>
			all.filter((line) => line.entity === entity && is(line));
		expect(of('company', ({ before }) => before === null).map(({ after }) => after)).toEqual([
			{ id: id(10), name: 'Thủy sản Bình Minh' },
		]);
		const [renamed] = of('company', ({ before, after }) => before !== null && after !== null);
		expect(Object.keys(renamed?.after ?? {}).sort()).toEqual(['id', 'metadata', 'name', 'updated_at', 'version']);
		expect(renamed?.before).toMatchObject({ name: 'Thủy sản Bình Minh', metadata: {} });
		expect(of('company', ({ after }) => after === null)[0]?.before).toMatchObject({
			notes: expect.stringMatching(/^(Trả chậm\. ){900}$/),
		});
		for (const { before, after } of of('deal', (line) => line.before !== null && line.after !== null))
			for (const side of [before, after]) expect(side).not.toHaveProperty('notes');
		expect(of('follow_up', ({ before, after }) => before !== null && after !== null)[0]?.after).toMatchObject({
			title: 'Gửi hợp đồng',
			company_id: id(10),
		});
	});

	test('is undone as before, change by change', async () => {
		for (const [n] of [...changes.entries()].toReversed()) {
			const client = await database.pool.connect();
			try {
				await client.query(`BEGIN; SELECT set_config('app.change_undoes', '${setOf(n)}', true)`);
				const undo = `SELECT * FROM undo_change_sets('${lan}', ARRAY['${setOf(n)}'::uuid], false)`;
				expect((await client.query(undo)).rows, String(n)).toEqual([]);
				await client.query('COMMIT');
			} finally {
				client.release();
			}
			expect(await state(), String(n)).toEqual(states[n]);
		}
	});
});
