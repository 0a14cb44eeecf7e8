import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Account } from './accounts.ts';
import { spread } from './measure.ts';
import { figure, openTable, type Table } from './table.ts';

const times = 15;
const rowsAtOnce = 1_000;

/** The ids of a company, a contact, a deal and a follow-up. */
type Ids = { company: string; contact: string; deal: string; followUp: string };
type Kind = { name: string; sql: (owner: string, ids: Ids, n: number) => string; per?: number };

const long = (kilobytes: number, n: number) =>
	`left(repeat(md5('${n}') || ' gửi báo giá ', 2000), ${kilobytes * 1000})`;

/** What is done again and again in one account, one statement each. */
const kinds: Kind[] = [
	{
		name: 'a company renamed',
		sql: (_, { company }, n) => `UPDATE company SET name = 'Bình Minh ${n}' WHERE id = '${company}'`,
	},
	{
		name: 'a deal with 20 kB of notes moved in its column',
		sql: (_, { deal }, n) => `UPDATE deal SET position = 'a${n % 2}V${n}' WHERE id = '${deal}'`,
	},
	{
		name: 'the same deal moved to another stage',
		sql: (_, { deal }, n) => `UPDATE deal SET stage = '${n % 2 ? 'proposal' : 'negotiation'}' WHERE id = '${deal}'`,
	},
	{
		name: '20 kB of notes edited',
		sql: (_, { deal }, n) => `UPDATE deal SET notes = ${long(20, n)} WHERE id = '${deal}'`,
	},
	{
		name: 'a follow-up ticked off',
		sql: (_, { followUp }, n) => `UPDATE follow_up SET done_at = ${n % 2 ? 'now()' : 'NULL'} WHERE id = '${followUp}'`,
	},
	{
		name: 'a call logged',
		sql: (owner, { company, contact }, n) => `
			INSERT INTO activity (user_id, id, company_id, contact_id, type, subject, description, at)
			VALUES ('${owner}', gen_random_uuid(), '${company}', '${contact}', 'call', 'Gọi lần ${n}', ${long(1, n)}, now())`,
	},
	{
		name: `one of ${rowsAtOnce.toLocaleString('en')} contacts inserted together`,
		sql: (owner, { company }, n) => `
			INSERT INTO contact (user_id, id, company_id, name, email, phone, job_title, notes)
			SELECT '${owner}', gen_random_uuid(), '${company}', 'Nguyễn Văn ' || n, 'a' || n || '.${n}@example.com', '0901 234 567', 'Giám đốc', 'Gọi buổi sáng'
			FROM generate_series(1, ${rowsAtOnce}) n`,
		per: rowsAtOnce,
	},
	{
		name: `one of ${rowsAtOnce.toLocaleString('en')} contacts deleted together`,
		sql: (owner, { contact }) => `
			DELETE FROM contact WHERE user_id = '${owner}' AND id IN (SELECT id FROM contact WHERE user_id = '${owner}' AND id <> '${contact}' LIMIT ${rowsAtOnce})`,
		per: rowsAtOnce,
	},
];

/** How many bytes a change of each kind adds to the history and to the write-ahead log. */
export async function benchLogBytes(
	server: { databaseUrl: string },
	{ userId: owner }: Account,
	isAsked: (name: string) => boolean,
): Promise<Table> {
	const table = openTable('What a change writes', ['change', 'history bytes', 'write-ahead log bytes']);
	const asked = kinds.map((kind) => ({ ...kind, name: `Bytes of ${kind.name}` })).filter(({ name }) => isAsked(name));
	if (asked.length === 0) return table;
	const client = new pg.Client({ connectionString: server.databaseUrl });
	await client.connect();
	try {
		const ids = await makeRecords(client, owner);
		for (const { name, sql, per = 1 } of asked) {
			const [history, journal]: [number[], number[]] = [[], []];
			for (let n = 0; n < times; n++) {
				const set = randomUUID();
				const [before] = await rowsOf<{ at: string }>(client, 'SELECT pg_current_wal_insert_lsn() AS at');
				await client.query(`BEGIN; SELECT set_config('app.change_set', '${set}', true); ${sql(owner, ids, n)}; COMMIT`);
				const [after] = await rowsOf<{ journal: number; history: number }>(
					client,
					`SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '${before?.at}')::float8 AS journal, (
						SELECT coalesce(sum(octet_length(l.before::text)), 0) + coalesce(sum(octet_length(l.after::text)), 0)
						FROM change_log l WHERE l.user_id = '${owner}' AND l.change_set_id = '${set}'
					)::float8 AS history`,
				);
				history.push((after?.history ?? 0) / per);
				journal.push((after?.journal ?? 0) / per);
			}
			table.add([name, figure(spread(history).median), figure(spread(journal).median)]);
		}
	} finally {
		await client.end();
	}
	return table;
}

const rowsOf = async <Row extends pg.QueryResultRow>(client: pg.Client, sql: string) =>
	(await client.query<Row>(sql)).rows;

async function makeRecords(client: pg.Client, owner: string): Promise<Ids> {
	const ids = { company: randomUUID(), contact: randomUUID(), deal: randomUUID(), followUp: randomUUID() };
	await client.query(`
		INSERT INTO company (user_id, id, name, notes) VALUES ('${owner}', '${ids.company}', 'Bình Minh', ${long(2, 0)});
		INSERT INTO contact (user_id, id, company_id, name) VALUES ('${owner}', '${ids.contact}', '${ids.company}', 'Trần Quốc Bảo');
		INSERT INTO deal (user_id, id, company_id, contact_id, name, value, currency, stage, position, notes)
			VALUES ('${owner}', '${ids.deal}', '${ids.company}', '${ids.contact}', 'Kho lạnh', 1500000, 'VND', 'proposal', 'a0', ${long(20, 0)});
		INSERT INTO follow_up (user_id, id, title, company_id) VALUES ('${owner}', '${ids.followUp}', 'Gửi báo giá', '${ids.company}')`);
	return ids;
}
