import { sql } from './sql.ts';

/** The sum of every table's rows, with the columns that PostgreSQL generates. */
export async function contentOf(databaseUrl: string): Promise<Record<string, string>> {
	const tables = await sql<{ name: string }>(
		databaseUrl,
		`SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
			AND relname <> '_prisma_migrations' ORDER BY 1`,
	);
	const sums: Record<string, string> = {};
	for (const { name } of tables) {
		const [row] = await sql<{ sum: string }>(
			databaseUrl,
			`SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, E'\\n' ORDER BY t::text COLLATE "C")), '') AS sum FROM "${name}" t`,
		);
		sums[name] = row?.sum ?? '';
	}
	return sums;
}
