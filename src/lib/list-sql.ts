import 'server-only';
import { db, Prisma } from '@/lib/db';
import { countLimit, type Direction } from '@/lib/list-params';
import { parseSearch } from '@/lib/search';

/** ` AND …`, true for rows whose search column holds every word (or the phone number) of a search box's text. */
export function matches(column: Prisma.Sql, q: string): Prisma.Sql {
	const { words, digits } = parseSearch(q);
	const conditions = words.map((word) => Prisma.sql`${column} LIKE holds(${word})`);
	if (conditions.length === 0) return Prisma.empty;
	const all = Prisma.join(conditions, ' AND ');
	return digits ? Prisma.sql`AND (${column} LIKE ${`%${digits}%`} OR (${all}))` : Prisma.sql`AND ${all}`;
}

/** How many rows a SELECT without columns has; `countLimit + 1` for any larger number. */
export async function countUpTo(select: Prisma.Sql): Promise<number> {
	const [row] = await db.$queryRaw<[{ count: number }]>`
		SELECT count(*)::int AS count FROM (${select} LIMIT ${countLimit + 1}) counted`;
	return row.count;
}

/** A column that a list sorts by: where it can be NULL, and what has to be joined for it. */
export type SortColumn = { column: Prisma.Sql; nullable?: true; join?: Prisma.Sql };

/**
 * `ORDER BY …` for a list: rows without a value stand last in both directions, and rows of the same value by their id. A
 * column that is never NULL says so, because only without NULLS LAST an index can be read backwards.
 */
export function orderBy({
	column,
	nullable,
	id,
	direction,
}: SortColumn & { id: Prisma.Sql; direction: Direction }): Prisma.Sql {
	const order = Prisma.raw(direction);
	const last = nullable ? Prisma.sql`NULLS LAST` : Prisma.empty;
	return Prisma.sql`ORDER BY ${column} ${order} ${last}, ${id} ${order}`;
}
