import { db } from '@/lib/db/db';

/** Every place of the database that holds a text, whatever its case and accents: table.column, with the row as text. Digits are compared alone. */
export async function findEverywhere(text: string): Promise<string[]> {
	const columns = await db.$queryRaw<{ table: string; column: string; type: string }[]>`
		SELECT c.table_name AS table, c.column_name AS column, c.data_type AS type
		FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
		WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.table_name <> '_prisma_migrations'
			AND c.data_type NOT IN ('boolean', 'integer', 'smallint', 'uuid') AND c.data_type NOT LIKE 'timestamp%'
		ORDER BY 1, 2`;
	const isNumber = /^[\d\s+().-]+$/.test(text);
	const digits = text.replace(/\D/g, '').slice(-9);
	const found: string[] = [];
	for (const { table, column, type } of columns) {
		const value = type === 'bytea' ? `convert_from("${column}", 'LATIN1')` : `"${column}"::text`;
		const held = isNumber
			? `regexp_replace(${value}, '[^0-9a-zA-Z]', '', 'g') LIKE '%' || $1 || '%'`
			: `fold(${value}) LIKE '%' || fold($1) || '%'`;
		const rows = await db.$queryRawUnsafe<{ row: string }[]>(
			`SELECT ${value} AS row FROM "${table}" WHERE ${held}`,
			isNumber ? digits : text,
		);
		found.push(...rows.map(({ row }) => `${table}.${column}: ${row.slice(0, 400)}`));
	}
	return found;
}
