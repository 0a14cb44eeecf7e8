import pg from 'pg';
import { expect, test } from 'vitest';
import { makeAccount } from '../support/accounts';
import { createTestDatabase } from '../support/database';
import { makeCompanyWithEverything, pinNotes } from '../support/sample-account';

/**
 * What pg_dump and psql do, as far as it can break us: the rows travel as text, without generated columns, and come back
 * under an empty search_path, with triggers off and then on. A function or a generated column that leans on the
 * search_path fails here.
 */
test.each(['replica', 'origin'])(
	'a dump restored with session_replication_role = %s holds every table',
	async (role) => {
		const lan = await makeAccount('Nguyễn Thị Lan');
		await makeCompanyWithEverything(lan);
		await pinNotes();
		const source = new pg.Client({ connectionString: process.env.DATABASE_URL });
		const restored = await createTestDatabase();
		const target = new pg.Client({ connectionString: restored.url });
		await Promise.all([source.connect(), target.connect()]);
		try {
			await target.query("SELECT set_config('search_path', '', false)");
			await target.query(`SET session_replication_role = ${role}`);
			await target.query('BEGIN');
			await target.query('SET CONSTRAINTS ALL DEFERRED');
			const tables = await tablesOf(source);
			expect(tables.length).toBeGreaterThanOrEqual(19);
			for (const { name, columns } of tables) {
				// rows that triggers have made on the way give way to the dump's
				await target.query(`DELETE FROM public."${name}"`);
				const { rows } = await source.query(
					`SELECT coalesce(jsonb_agg(to_jsonb(t)), '[]')::text AS all FROM "${name}" t`,
				);
				await target.query(
					`INSERT INTO public."${name}" (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::public."${name}", $1::jsonb)`,
					[rows[0].all],
				);
			}
			await target.query('COMMIT');
			for (const { name } of tables) expect(await contents(target, name), name).toEqual(await contents(source, name));
		} finally {
			await Promise.all([source.end(), target.end()]);
			await restored.drop();
		}
	},
);

type Table = { name: string; columns: string };

/** Parents before children, history last, each with the columns that a dump holds. */
async function tablesOf(client: pg.Client): Promise<Table[]> {
	const { rows } = await client.query<Table>(`
		SELECT c.relname AS name, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS columns
		FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
		WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
		GROUP BY c.oid, c.relname
		ORDER BY c.relname LIKE 'change_%', c.relname = 'change_log', c.relname LIKE '%_stats', c.oid`);
	return rows;
}

async function contents(client: pg.Client, table: string): Promise<unknown[]> {
	const { rows } = await client.query(`SELECT to_jsonb(t)::text AS row FROM public."${table}" t ORDER BY 1`);
	return rows.map(({ row }) => row);
}
