import 'server-only';
import { Prisma } from '@/lib/db/db';
import { read } from '@/lib/db/read';
import { countLimit } from './list-count';
import { keyName, namedKeys, orderBy, orderJoins, orderKeys } from './list-order-sql';
import type { ListQuery } from './list-query';
import { countMatches, isWhole, listConditions } from './list-sql';
import type { Stretch } from './list-stretches';
import { findWalkStart, readStretches, stretchesFrom } from './list-walk';

/** The rows before and after one in a list, and which it is of how many. */
export type RowNeighbours = {
	/** From 1 on; null for a row that is not in the list, or stands further back than rows are counted. */
	place: number | null;
	/** How many rows the list has; `countLimit + 1` stands for any larger number. */
	count: number;
	previous: string | null;
	next: string | null;
};

/**
 * The neighbours of a row in the list's own order as it is now. A row that the search or a filter leaves out, such as one that
 * was changed since, has the neighbours of the place where it would stand. As in `findPage`, what narrows the list is asked
 * first, and only the order of a list with too many rows for that is walked, from the row on.
 */
export async function findNeighbours(listed: ListQuery, row: string): Promise<RowNeighbours> {
	const narrowed = await listConditions(listed, 'row');
	const isCounted = isWhole(listed);
	const byIndex = isCounted ? null : await listConditions(listed, 'index', countLimit + 1);
	const collected = byIndex && (await collectAround(listed, byIndex, row));
	if (collected && collected.count <= countLimit) return collected;
	const start = await findWalkStart(listed, row);
	if (!start) return { place: null, count: collected?.count ?? 0, previous: null, next: null };
	const [before, after] = [stretchesFrom(listed, start, true), stretchesFrom(listed, start, false)];
	const asked = { narrowed, offset: 0, page: 1 };
	const counting = isCounted ? countMatches(listed, narrowed) : Prisma.sql`${collected?.count ?? 0}::int`;
	const next = await readStretches(listed, { ...asked, ...after, counting });
	const previous = await readStretches(listed, { ...asked, ...before, counting: Prisma.sql`0` });
	return {
		place: isCounted ? await countBefore(listed, narrowed, before.stretches) : null,
		count: next.count,
		previous: previous.ids[0] ?? null,
		next: next.ids[0] ?? null,
	};
}

/** All rows that match, up to `countLimit`, sorted, with the row itself in its place among them. */
async function collectAround(listed: ListQuery, narrowed: Prisma.Sql, row: string): Promise<RowNeighbours> {
	const { from, id, owned, direction } = listed;
	const keys = orderKeys(listed);
	const rows = Prisma.sql`
		SELECT ${id} AS id, ${namedKeys(keys)}
		FROM ${from} ${orderJoins(listed)} WHERE ${owned}`;
	const [found] = await read<[RowNeighbours]>`
		WITH found AS MATERIALIZED (${rows} ${narrowed} LIMIT ${countLimit + 1}),
		placed AS (
			SELECT id, matches, row_number() OVER listed AS place, lag(id) OVER listed AS previous, lead(id) OVER listed AS next
			FROM (
				SELECT *, true AS matches FROM found
				UNION ALL
				SELECT *, false FROM (${rows} AND ${id} = ${row}::uuid) left_out
				WHERE NOT EXISTS (SELECT FROM found WHERE found.id = ${row}::uuid)
			) every
			WINDOW listed AS (
				ORDER BY ${orderBy(keys, false, keyName)} id ${Prisma.raw(direction)}
			)
		)
		SELECT (SELECT count(*)::int FROM found) AS count, CASE WHEN placed.matches THEN placed.place::int END AS place,
			placed.previous, placed.next
		FROM (SELECT) one LEFT JOIN placed ON placed.id = ${row}::uuid`;
	return found;
}

/** Which row it is, by how many come before it; null from `countLimit` on. */
async function countBefore(listed: ListQuery, narrowed: Prisma.Sql, stretches: Stretch[]): Promise<number | null> {
	const { from, owned } = listed;
	let before = 0;
	for (const { where } of stretches) {
		const [found] = await read<[{ count: number }]>`
			SELECT count(*)::int AS count FROM (
				SELECT FROM ${from} ${orderJoins(listed)} WHERE ${owned} ${narrowed} ${where} LIMIT ${countLimit - before}
			) counted`;
		before += found.count;
		if (before >= countLimit) return null;
	}
	return before + 1;
}
