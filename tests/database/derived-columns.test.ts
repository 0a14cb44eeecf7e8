import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { makeCompanyWithEverything } from '../support/sample-account';

type Generated = { table: string; column: string };
type Trigger = { table: string; arguments: string };

/** The only generated column that is shown. */
const shown = 'deal.probability';

let generated: Generated[];

/** What each table’s trigger is told to leave out, by the trigger’s name; what a line of the log always has comes before it. */
async function leftOut(trigger: string): Promise<Map<string, string[]>> {
	const rows = await db.$queryRaw<Trigger[]>`
		SELECT tgrelid::regclass::text AS table, encode(tgargs, 'escape') AS arguments
		FROM pg_trigger WHERE tgname = ${trigger} AND NOT tgisinternal`;
	return new Map(
		rows.map(({ table, arguments: told }) => [
			table,
			told
				.split('\\000')
				.slice(0, -1)
				.filter((each, n) => !(trigger.startsWith('log_') && n === 1 && (each === '*' || each.startsWith('id ')))),
		]),
	);
}

beforeAll(async () => {
	generated = await db.$queryRaw<Generated[]>`
		SELECT c.relname::text AS table, a.attname::text AS column FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
		WHERE a.attgenerated <> '' AND NOT a.attisdropped AND c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
		ORDER BY 1, a.attnum`;
	expect(generated).toContainEqual({ table: 'contact', column: 'email_key' });
	expect(generated).toContainEqual({ table: 'saved_view', column: 'name_key' });
});

test('no generated column is recorded in the history', async () => {
	const unrecorded = await leftOut('log_change');
	const recorded = generated.filter(
		({ table, column }) => unrecorded.has(table) && !unrecorded.get(table)?.includes(column),
	);
	expect(recorded).toEqual([]);
	// the stats have no history
	const tables = new Set(generated.map(({ table }) => table));
	expect([...tables].filter((table) => !unrecorded.has(table))).toEqual(['contact_stats']);
});

test('no derived column makes a new version of a row', async () => {
	const [unrecorded, unversioned] = [await leftOut('log_change'), await leftOut('touch_row')];
	expect([...unversioned.keys()].sort()).toEqual(['activity', 'company', 'contact', 'deal', 'field']);
	for (const [table, columns] of unversioned) {
		const [, ...derived] = unrecorded.get(table) ?? [];
		expect(columns, table).toEqual(expect.arrayContaining(derived));
	}
});

test('the triggers are told of columns that exist', async () => {
	const columns = await db.$queryRaw<Generated[]>`
		SELECT table_name::text AS table, column_name::text AS column FROM information_schema.columns WHERE table_schema = 'public'`;
	const names = new Set(columns.map(({ table, column }) => `${table}.${column}`));
	for (const trigger of ['log_change', 'touch_row'])
		for (const [table, told] of await leftOut(trigger))
			expect(
				// what names the record may be one of two columns
				told.flatMap((each) => each.split(' or ')).filter((column) => !names.has(`${table}.${column}`)),
				`${trigger} of ${table}`,
			).toEqual([]);
});

test('no row that the client reads has a derived column, but for the one that is shown', async () => {
	await makeCompanyWithEverything(await makeAccount('Nguyễn Thị Lan'));
	const camelCase = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
	const unrecorded = await leftOut('log_change');
	const derived = new Set(generated.map(({ table, column }) => `${table}.${column}`));
	for (const [table, [, ...columns]] of unrecorded) for (const column of columns) derived.add(`${table}.${column}`);
	const read: string[] = [];
	for (const name of derived) {
		const [table = '', column = ''] = name.split('.');
		const model = db[camelCase(table) as 'contact'];
		const row: object | null = await model.findFirst();
		expect(row, table).not.toBeNull();
		if (camelCase(column) in (row ?? {})) read.push(name);
	}
	expect(read).toEqual([shown]);
});
