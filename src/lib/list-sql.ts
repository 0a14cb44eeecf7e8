import 'server-only';
import { db, Prisma } from '@/lib/db';
import { countLimit } from '@/lib/list-params';
import { escapeLike, parseSearch } from '@/lib/search';

/** ` AND …`, true for rows whose search column holds every word (or the phone number) of a search box's text. */
export function matches(column: Prisma.Sql, q: string): Prisma.Sql {
	const { words, digits } = parseSearch(q);
	if (digits) return Prisma.sql`AND ${column} LIKE ${`%${escapeLike(digits)}%`}`;
	const conditions = words.map((word) => Prisma.sql`AND ${column} LIKE '%' || fold(${escapeLike(word)}) || '%'`);
	return conditions.length > 0 ? Prisma.join(conditions, ' ') : Prisma.empty;
}

/** How many rows a SELECT without columns has; `countLimit + 1` for any larger number. */
export async function countUpTo(select: Prisma.Sql): Promise<number> {
	const [row] = await db.$queryRaw<[{ count: number }]>`
		SELECT count(*)::int AS count FROM (${select} LIMIT ${countLimit + 1}) counted`;
	return row.count;
}
