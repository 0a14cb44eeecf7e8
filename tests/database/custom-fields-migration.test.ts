import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyMigrations } from '../../scripts/launcher/migrate.ts';
import type { TestDatabase } from '../support/database.ts';
import { createDatabaseBefore } from '../support/old-database.ts';

type Values = Record<string, unknown>;

/** The pairs of companies, as an earlier version or another program has left them: names in all kinds of letters. */
const COMPANIES: Values[] = [
	{
		'Mã số thuế': '3702145678',
		Zalo: '0903 555 014',
		Website: 'https://x.example.com',
		Hạn: 30,
		Được: true,
		Trống: null,
	},
	// the same name in another Unicode form, in another case, and with other spaces
	{ ['Mã số thuế'.normalize('NFD')]: '0312', ZALO: 'ánh', ' Kho\u00a0 lạnh ': 'Huế' },
	{ 'Kho lạnh': 'Cần Thơ', '😀': 'vui', تاريخ: 'اليوم', 税号: '91310000', Straße: 'ß', İzmir: 'İ' },
	{ constructor: 'Bảo', ['__proto__']: 'Lan', toString: 'x', '': 'no name', '   ': 'spaces', '\u0007': 'a bell' },
	// one record with two spellings: if their values differ, both are kept
	{ fax: '1', Fax: '2', FAX: '1' },
	{ Màu: 'đỏ', MÀU: 'đỏ' },
	{ 'Địa chỉ giao hàng': '12 Lê Lợi\nQuận 1', dài: 'ế'.repeat(2_500), ngắn: '' },
	{ ['x'.repeat(65)]: 'sixty-five', [`${'y'.repeat(80)}1`]: 'one', [`${'y'.repeat(80)}2`]: 'two' },
	{ số: 1e3, nested: { a: [1, 'hai'] }, list: ['a', 'b'] },
	{},
];

const json = (value: unknown) => `$j$${JSON.stringify(value)}$j$::jsonb`;
const uid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** More names than a kind can have fields: each of 300 deals has one of its own, and all have one in common. */
const DEALS = Array.from({ length: 300 }, (_, n) => ({
	[`Mục ${n}`]: `giá trị ${n}`,
	chung: `${n}`,
	...(n > 290 && { Lẻ: 'x' }),
}));

const DATA = `
	INSERT INTO "user" (id, name, email, seat) VALUES ('${uid(1)}', 'Nguyễn Thị Lan', 'lan@example.com', 1);
	INSERT INTO "user" (id, name, email) VALUES ('${uid(2)}', 'Lê Văn Lạ', 'la@example.com');
	${COMPANIES.map(
		(values, n) =>
			`INSERT INTO company (user_id, id, name, metadata) VALUES ('${uid(1)}', '${uid(10 + n)}', 'Công ty ${n}', ${json(values)});`,
	).join('\n')}
	INSERT INTO company (user_id, id, name, metadata) VALUES ('${uid(2)}', '${uid(90)}', 'Của người khác', '{"Zalo": "1"}');
	INSERT INTO contact (user_id, id, company_id, name, metadata) VALUES
		('${uid(1)}', '${uid(100)}', '${uid(10)}', 'Trần Quốc Bảo', '{"Zalo": "0987 654 321"}');
	INSERT INTO activity (user_id, id, company_id, type, subject, at, metadata) VALUES
		('${uid(1)}', '${uid(110)}', '${uid(10)}', 'note', 'Ghi chú', now(), '{"Phòng": "301"}');
	INSERT INTO deal (user_id, id, company_id, name, value, currency, position, metadata)
		SELECT '${uid(1)}', ('00000000-0000-7000-8001-' || lpad(n::text, 12, '0'))::uuid, '${uid(10)}', 'Deal ' || n, 1, 'VND', 'a' || lpad(n::text, 4, '0') || 'V',
			(${json(DEALS)}) -> n::int FROM generate_series(0, 299) n;`;

/** What was done before, each under an id by which it can be undone. */
const CHANGES = [
	`UPDATE company SET metadata = '{"Zalo": "0903 555 014", "Đã xóa": "cũ"}' WHERE id = '${uid(10)}'`,
	`UPDATE company SET metadata = (metadata || '{"Ghi sau": "mới", "zalo": "1"}') - 'Zalo'::text - 'Đã xóa'::text WHERE id = '${uid(10)}'`,
	`DELETE FROM contact WHERE id = '${uid(100)}'`,
	`UPDATE deal SET metadata = metadata || '{"Lẻ": "y"}' WHERE name = 'Deal 299'`,
];

let database: TestDatabase;
/** Each record's pairs as they were, by its id. */
let before: Map<string, Values>;

const rowsOf = async <Row = Values>(sql: string) => (await database.pool.query(sql)).rows as Row[];
const everyRecord = ['company', 'contact', 'deal', 'activity']
	.map((kind) => `SELECT '${kind}' AS kind, user_id, id, metadata, version FROM ${kind}`)
	.join(' UNION ALL ');

beforeAll(async () => {
	database = await createDatabaseBefore('20261130150000_custom_fields');
	await database.pool.query(`BEGIN; ${DATA} COMMIT`);
	for (const [at, change] of CHANGES.entries())
		await database.pool.query(`
			BEGIN; SELECT set_config('app.change_set', '${uid(500 + at)}', true), set_config('app.change_label', 'Edit', true);
			${change}; COMMIT`);
	// the last ones are undone first
	before = new Map(
		(await rowsOf<{ id: string; metadata: Values }>(everyRecord)).map(({ id, metadata }) => [id, metadata]),
	);
	await applyMigrations(database.url);
});
afterAll(() => database.drop());

type Field = { id: string; kind: string; type: string; name: string; help: string | null; archived: boolean };
const fieldsOf = (user: number) =>
	rowsOf<Field>(`
		SELECT id, kind, type, name, help, archived_at IS NOT NULL AS archived FROM field
		WHERE user_id = '${uid(user)}' ORDER BY kind, place`);

/** The text of a value, as the migration was to keep it. */
const textOf = (value: unknown) =>
	value === null ? '' : typeof value === 'object' ? JSON.stringify(value).replace(/[\s]/g, '') : String(value);
const tidy = (name: string) =>
	name
		.normalize('NFC')
		.replace(/[\s\p{Cc}]+/gu, ' ')
		.trim() || 'Field';

test('every pair of every record is there, under its name', async () => {
	const fields = new Map([...(await fieldsOf(1)), ...(await fieldsOf(2))].map((field) => [field.id, field]));
	const lost: string[] = [];
	let pairs = 0;
	for (const { id, kind, metadata } of await rowsOf<{ id: string; kind: string; metadata: Values }>(everyRecord)) {
		const now = Object.entries(metadata).map(([key, value]) => ({ field: fields.get(key), value: String(value) }));
		for (const [name, value] of Object.entries(before.get(id) ?? {})) {
			pairs++;
			const found = now.some(({ field, value: text }) => {
				if (field?.kind !== kind) return false;
				if (field.name === 'Other details') return text.split('\n').includes(`${name}: ${textOf(value)}`);
				const called = (field.help ?? field.name).replace(/ \(\d+\)$/, '').toLowerCase();
				return called === tidy(name).toLowerCase() && text.replace(/(?<=[[{,:]) /g, '') === textOf(value);
			});
			if (!found) lost.push(`${kind} ${id}: ${name} = ${textOf(value).slice(0, 40)}`);
		}
	}
	expect(lost).toEqual([]);
	expect(pairs).toBeGreaterThan(600);
});

test('names that differ in form, case or spaces are one field, but for those that a record has with two values', async () => {
	const names = (await fieldsOf(1)).filter(({ kind }) => kind === 'company').map(({ name }) => name);
	expect(names.filter((name) => /^mã số thuế/i.test(name))).toEqual(['Mã số thuế']);
	expect(names.filter((name) => /^zalo/i.test(name))).toHaveLength(1);
	expect(names.filter((name) => /^kho lạnh/i.test(name))).toEqual(['Kho lạnh']);
	expect(names.filter((name) => /^màu/i.test(name))).toHaveLength(1);
	expect(names.filter((name) => /^fax/i.test(name)).toSorted()).toEqual(['FAX', 'Fax (2)', 'fax (3)']);
	expect(names.filter((name) => /^y{60}/.test(name)).map((name) => name.length)).toEqual([80, 80]);
	expect(names).toEqual(
		expect.arrayContaining(['constructor', '__proto__', 'toString', '😀', 'تاريخ', '税号', 'İzmir']),
	);
	expect(await fieldsOf(2)).toMatchObject([{ kind: 'company', name: 'Zalo', type: 'text' }]);
});

test('texts of several lines and long ones make long fields, and all others text', async () => {
	const types = new Map((await fieldsOf(1)).map(({ name, type }) => [name, type]));
	expect(['Địa chỉ giao hàng', 'dài', 'Zalo', 'Hạn', 'Other details'].map((name) => types.get(name))).toEqual([
		...['long', 'long', 'text', 'text', 'long'],
	]);
});

test('a kind has 200 fields at the most, the most used ones, and the others in lines of one', async () => {
	const fields = (await fieldsOf(1)).filter(({ kind }) => kind === 'deal');
	expect(fields).toHaveLength(200);
	expect(fields.slice(0, 2).map(({ name }) => name)).toEqual(['chung', 'Lẻ']);
	expect(fields.at(-1)).toMatchObject({ name: 'Other details', type: 'long' });
});

test('a name that only the history knows is an archived field', async () => {
	const archived = (await fieldsOf(1)).filter((field) => field.archived).map(({ kind, name }) => `${kind}: ${name}`);
	expect(archived.toSorted()).toEqual(
		[...['Hạn', 'Trống', 'Website', 'Được', 'Đã xóa'].map((name) => `company: ${name}`), 'contact: Zalo'].toSorted(),
	);
});

test('no record has got another version, and no change set was written', async () => {
	const sets = await rowsOf<{ label: string }>('SELECT DISTINCT label FROM change_set');
	expect(sets.map(({ label }) => label).toSorted()).toEqual(['Changed outside the application', 'Edit']);
	const [{ moved } = { moved: 0 }] = await rowsOf<{ moved: number }>(
		`SELECT count(*)::int AS moved FROM (${everyRecord}) r WHERE r.id::text LIKE '%-8001-%' AND r.version > 302`,
	);
	expect(moved).toBe(0);
});

test('what is searched by is what the triggers would have written', async () => {
	const values = () => rowsOf('SELECT * FROM field_value ORDER BY user_id, field_id, record_id, place');
	const migrated = await values();
	expect(migrated.length).toBeGreaterThan(500);
	await database.pool.query(`
		DELETE FROM field_value;
		INSERT INTO field_value (user_id, field_id, record_id, place, text_key, num, currency, day, yearly, ref, match_key)
		SELECT r.user_id, f.id, r.id, v.* FROM (${everyRecord}) r JOIN field f ON f.user_id = r.user_id AND f.kind = r.kind
		CROSS JOIN LATERAL field_values(f.type, f.reminds, f.is_unique, r.metadata -> f.id::text) v WHERE r.metadata ? f.id::text`);
	expect(await values()).toEqual(migrated);
});

test('what was done before can still be undone, also what brings a contact back', async () => {
	for (const at of [3, 2, 1, 0])
		expect(
			await rowsOf(`SELECT * FROM undo_change_sets('${uid(1)}', ARRAY['${uid(500 + at)}'::uuid], false)`),
			String(at),
		).toEqual([]);
	const named = (id: string) => `
		SELECT coalesce(f.name, e.key) AS name, e.value FROM (${everyRecord}) r CROSS JOIN jsonb_each_text(r.metadata) e
		LEFT JOIN field f ON f.user_id = r.user_id AND f.id::text = e.key WHERE r.id = '${id}' ORDER BY 1`;
	const company = Object.fromEntries(
		(await rowsOf<{ name: string; value: string }>(named(uid(10)))).map(({ name, value }) => [
			name.toLowerCase(),
			value,
		]),
	);
	expect(company).toEqual({
		...{ 'mã số thuế': '3702145678', zalo: '0903 555 014', website: 'https://x.example.com' },
		...{ hạn: '30', được: 'true', trống: '' },
	});
	expect(await rowsOf(named(uid(100)))).toEqual([{ name: 'Zalo', value: '0987 654 321' }]);
	expect(await rowsOf(`SELECT name FROM contact WHERE search LIKE '%0987654321%'`)).toEqual([
		{ name: 'Trần Quốc Bảo' },
	]);
});
