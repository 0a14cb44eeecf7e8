import 'server-only';
import { db, Prisma } from '@/lib/db';
import { countLimit } from '@/lib/list-params';
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
