import 'server-only';
import { Prisma } from '@/lib/db/db';

/**
 * A column, such as a currency, and which of its values comes first; or ids in an order of their own, which the direction of the list
 * turns around, and after which come all others. `among` has the rows that have the column, where these aren't the list's own.
 */
export type SortParts = { column: Prisma.Sql } & (
	| { first: Prisma.Sql; among?: { from: Prisma.Sql; owned: Prisma.Sql } }
	| { ids: readonly string[] }
);

/** `ORDER BY` for the parts of a list, to be followed by the order within them. */
export function partOrder(parts: { first: Prisma.Sql }, column: Prisma.Sql): Prisma.Sql {
	return Prisma.sql`(${column} = ${parts.first}) DESC, ${column},`;
}

/** The distinct values of a column in some rows, in order. Jumps from value to value in an index instead of reading it all. */
export function valuesOf({ from, owned }: { from: Prisma.Sql; owned: Prisma.Sql }, column: Prisma.Sql): Prisma.Sql {
	const next = (more: Prisma.Sql) => Prisma.sql`(SELECT min(${column}) FROM ${from} WHERE ${owned} ${more})`;
	return Prisma.sql`
		WITH RECURSIVE used (value) AS (
			SELECT ${next(Prisma.empty)}
			UNION ALL
			SELECT ${next(Prisma.sql`AND ${column} > u.value`)} FROM used u WHERE u.value IS NOT NULL
		)
		SELECT value FROM used WHERE value IS NOT NULL`;
}
