import 'server-only';
import { db, Prisma } from '@/lib/db';
import { type Direction, lastPage, opposite, type Place, pageSize } from '@/lib/list-params';
import type { Listed } from '@/lib/list-sql';

type Walked = { ids: string[]; page: number; more: boolean };

/**
 * A page of a list, found by walking the index of its sort column: by the page's number, or from the row that it follows or
 * precedes, which takes as long late in a list as early. Where that row is gone, it is the last page that has a number.
 */
export async function walk(listed: Listed, narrowed: Prisma.Sql, { page, cursor }: Place): Promise<Walked> {
	const { sort, direction } = listed;
	const isSet = Prisma.sql`AND ${sort.column} IS NOT NULL`;
	const isNull = Prisma.sql`AND ${sort.column} IS NULL`;
	const start = cursor && (await findStart(listed, cursor.id));
	if (!cursor || !start) {
		const numbered = Math.min(page, lastPage);
		// an index stands in ascending order with NULLs last; read backwards they come first, so they are read apart
		const stretches = sort.nullable && direction === 'desc' ? [isSet, isNull] : [Prisma.empty];
		return { ...(await read(listed, narrowed, stretches, direction, (numbered - 1) * pageSize)), page: numbered };
	}
	const backwards = cursor.side === 'before';
	const towards = backwards ? opposite[direction] : direction;
	const stretches = [beyond(listed, cursor.id, towards, start)];
	if (sort.nullable && start.isNull === backwards) stretches.push(backwards ? isSet : isNull);
	const { ids, more } = await read(listed, narrowed, stretches, towards, 0);
	return backwards ? { ids: ids.reverse(), page, more: true } : { ids, page, more };
}

type Start = { isNull: boolean };

/** Whether the row from which a page begins has a value in the sort column; undefined where there is no such row. */
async function findStart({ from, id, owned, sort }: Listed, row: string): Promise<Start | undefined> {
	const [found] = await db.$queryRaw<Start[]>`
		SELECT ${sort.column} IS NULL AS "isNull" FROM ${from} ${sort.join ?? Prisma.empty} WHERE ${owned} AND ${id} = ${row}::uuid`;
	return found;
}

/** ` AND …` for the rows beyond one, among those with a value or those without, as it has one or not. */
function beyond({ from, id, owned, sort }: Listed, row: string, towards: Direction, { isNull }: Start): Prisma.Sql {
	const is = Prisma.raw(towards === 'asc' ? '>' : '<');
	const key = sort.key ?? id;
	if (isNull) return Prisma.sql`AND ${sort.column} IS NULL AND ${key} ${is} ${row}::uuid`;
	const value = Prisma.sql`(
		SELECT ${sort.column} FROM ${from} ${sort.join ?? Prisma.empty} WHERE ${owned} AND ${id} = ${row}::uuid
	)`;
	return Prisma.sql`AND (${sort.column}, ${key}) ${is} (${value}, ${row}::uuid)`;
}

/** A page of the rows of some stretches, one stretch after the other, and whether there are more. */
async function read(
	{ from, id, owned, sort }: Listed,
	narrowed: Prisma.Sql,
	stretches: Prisma.Sql[],
	towards: Direction,
	offset: number,
): Promise<{ ids: string[]; more: boolean }> {
	const most = pageSize + 1;
	const order = Prisma.raw(towards);
	const ordered = Prisma.sql`ORDER BY ${sort.column} ${order}, ${sort.key ?? id} ${order}`;
	const rows = (stretch: Prisma.Sql) =>
		Prisma.sql`FROM ${from} ${sort.join ?? Prisma.empty} WHERE ${owned} ${narrowed} ${stretch} ${ordered}`;
	const [first = Prisma.empty, second] = stretches;
	const found = second
		? db.$queryRaw<{ id: string }[]>`
			SELECT id FROM (
				(SELECT ${id} AS id, 0 AS part, row_number() OVER (${ordered}) AS place ${rows(first)} LIMIT ${offset + most})
				UNION ALL
				(SELECT ${id}, 1, row_number() OVER (${ordered}) ${rows(second)} LIMIT ${offset + most})
			) both_parts ORDER BY part, place LIMIT ${most} OFFSET ${offset}`
		: db.$queryRaw<{ id: string }[]>`SELECT ${id} AS id ${rows(first)} LIMIT ${most} OFFSET ${offset}`;
	const ids = (await found).map((row) => row.id);
	return { ids: ids.slice(0, pageSize), more: ids.length > pageSize };
}
