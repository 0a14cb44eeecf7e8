import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyMigrations } from '../../scripts/launcher/migrate.ts';
import type { TestDatabase } from '../support/database.ts';
import { createDatabaseBefore } from '../support/old-database.ts';

const DATA = `
	CREATE FUNCTION uid(n int) RETURNS uuid LANGUAGE sql IMMUTABLE RETURN ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid;
	INSERT INTO "user" (id, name, email, seat) VALUES (uid(1), 'Nguyễn Thị Lan', 'lan@example.com', 1);
	INSERT INTO company (user_id, id, name, notes) VALUES (uid(1), uid(10), 'Thủy sản Bình Minh', E'Dòng một\\n- [ ] gọi lại');
	INSERT INTO contact (user_id, id, company_id, name, notes) VALUES (uid(1), uid(20), uid(10), 'Trần Quốc Bảo', '# Gọi buổi sáng');
	INSERT INTO deal (user_id, id, company_id, name, value, currency, position) VALUES (uid(1), uid(30), uid(10), 'Kho lạnh', 5, 'VND', 'a0V');`;

let database: TestDatabase;
const rowsOf = async (sql: string) => (await database.pool.query<Record<string, unknown>>(sql)).rows;
const everything = () =>
	rowsOf(`
		SELECT to_jsonb(c) AS row FROM company c UNION ALL SELECT to_jsonb(p) FROM contact p UNION ALL SELECT to_jsonb(d) FROM deal d
		UNION ALL SELECT to_jsonb(l) FROM change_log l UNION ALL SELECT to_jsonb(s) FROM change_set s`);
let before: Awaited<ReturnType<typeof everything>>;

beforeAll(async () => {
	database = await createDatabaseBefore('20261129150000_note_drafts');
	await database.pool.query(DATA);
	await database.pool.query(`
		BEGIN; SELECT set_config('app.change_set', uid(90)::text, true), set_config('app.change_label', 'Edit', true);
		UPDATE company SET notes = 'Khác' WHERE id = uid(10); COMMIT`);
	before = await everything();
	await applyMigrations(database.url);
});
afterAll(() => database.drop());

test('what was there is as it was, and there is no draft', async () => {
	expect(before.length).toBeGreaterThan(6);
	// later migrations add columns
	expect(await everything()).toMatchObject(before);
	expect(await rowsOf('SELECT FROM note_draft')).toEqual([]);
});

test('a draft leaves no trace in the history, and what was done before can still be undone', async () => {
	const lines = await rowsOf('SELECT count(*) FROM change_log');
	await database.pool.query(`
		INSERT INTO note_draft (user_id, id, noun, record_id, editor, seq, text, was)
		VALUES (uid(1), uid(40), 'company', uid(10), uid(40), 1, 'nháp', 'Khác');
		UPDATE note_draft SET text = 'nháp hai', seq = 2`);
	expect(await rowsOf('SELECT count(*) FROM change_log')).toEqual(lines);
	expect(await rowsOf('SELECT * FROM undo_change_sets(uid(1), ARRAY[uid(90)], false)')).toEqual([]);
	expect(await rowsOf('SELECT notes FROM company')).toEqual([{ notes: 'Dòng một\n- [ ] gọi lại' }]);
	expect(await rowsOf('SELECT text FROM note_draft')).toEqual([{ text: 'nháp hai' }]);
});
