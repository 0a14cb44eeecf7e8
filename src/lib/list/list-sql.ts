import 'server-only';
import { daysLater, instantOf } from '@/lib/dates/dates';
import { Prisma, type Tx } from '@/lib/db/db';
import { read } from '@/lib/db/read';
import { type AskedBy, foundInList } from './document-sql';
import { countLimit } from './list-count';
import { findLeadingPage } from './list-leading';
import { keyName, namedKeys, orderBy, orderJoins, orderKeys } from './list-order-sql';
import type { FoundPage, PagePlace } from './list-params';
import type { ListQuery } from './list-query';
import { walkSortIndex } from './list-walk';
import { parseSearch } from './search';

/** ` AND …` for an instant on one of the user's days from the first to the last; either may be missing. */
export function isWithin(
	column: Prisma.Sql,
	from: string | undefined,
	to: string | undefined,
	timeZone: string,
): Prisma.Sql {
	const startOf = (day: string) => instantOf(`${day}T00:00`, timeZone).toISOString();
	const first = from ? Prisma.sql`AND ${column} >= ${startOf(from)}::timestamptz` : Prisma.empty;
	const last = to ? Prisma.sql`AND ${column} < ${startOf(daysLater(to, 1))}::timestamptz` : Prisma.empty;
	return Prisma.sql`${first} ${last}`;
}

/**
 * The ids of one page of a list in its order, and the page's details. Rows without a value in the sort column come last in
 * both directions; rows with equal values are sorted by id.
 *
 * By itself, PostgreSQL would walk the sort index until it has a page of matching rows, and read half the table if they come
 * late in the order. Therefore up to `countLimit` matches are first collected by the index of the search or filter, counted and
 * sorted. The sort index is walked only if there are more matches. In the order of a searched column the limit is
 * `clusterLimit`, because a walk to "Nguyễn" passes half the names. If the number of matches is known to be only a little
 * above the limit, all of them are collected.
 */
export async function findPage(listed: ListQuery, place: PagePlace): Promise<FoundPage & { ids: string[] }> {
	const ofRows = await listConditions(listed, 'row');
	if (isWhole(listed)) return walkSortIndex(listed, ofRows, place, countMatches(listed, ofRows));
	const leading = await findLeadingPage(listed, place);
	if (leading) return leading;
	// what is common by the rows beside it is never collected
	const common = await findCommon(listed);
	if (common) return { ...(await walkSortIndex(listed, common, place)), count: countLimit + 1 };
	const limit = await collectLimit(listed);
	const found = await collect(listed, await listConditions(listed, 'index', limit + 1), place, limit);
	const count = Math.min(found.count, countLimit + 1);
	if (found.count > limit) return { ...(await walkSortIndex(listed, ofRows, place)), count };
	return { ids: found.ids, count, page: place.page, more: place.page * place.rows < found.count };
}

/** Whether a list has all rows of its table, or most of them. */
export function isWhole({ filters, q }: ListQuery): boolean {
	return isUnfiltered(filters) && isCommon(q);
}

/** The most matches that are sorted, which takes a third of a second. */
const clusterLimit = 200_000;
/** The most matches that are sorted if their number is known beforehand. */
const knownLimit = 25_000;

async function collectLimit({ sort, q, beside }: ListQuery): Promise<number> {
	if (sort.searched && !isCommon(q)) return clusterLimit;
	if (!beside) return countLimit;
	const [rows] = await read<[{ count: number }]>`
		SELECT count(*)::int AS count FROM (SELECT FROM ${beside} LIMIT ${knownLimit + 1}) counted`;
	return rows.count > knownLimit ? countLimit : knownLimit;
}

/**
 * Where the rows beside a list tell that more meet its only condition than are counted exactly: ` AND …` for those that meet it, asked of
 * each row by itself, as PostgreSQL could take it for rare and collect them all.
 */
async function findCommon({ from, id, owned, lone, q, filters }: ListQuery): Promise<Prisma.Sql | null> {
	if (!lone || q !== '' || filters.filter((filter) => filter.sql.trim() !== '').length > 1) return null;
	const not = lone.isWithout ? Prisma.sql`NOT` : Prisma.empty;
	const own = Prisma.sql`${lone.rows} AND v.record_id = ${id}`;
	const counted = lone.isWithout
		? Prisma.sql`SELECT FROM ${from} WHERE ${owned} AND NOT EXISTS (SELECT FROM ${own})`
		: Prisma.sql`SELECT FROM ${lone.rows}`;
	const more = Prisma.raw(String(countLimit + 1));
	const [rows] = await read<[{ count: number }]>`SELECT count(*)::int AS count FROM (${counted} LIMIT ${more}) counted`;
	return rows.count > countLimit ? Prisma.sql`AND ${not} EXISTS (SELECT FROM ${own} OFFSET 0)` : null;
}

/** The filters and the search as conditions that follow another one; at most so many rows are needed. */
export async function listConditions(
	{ searched, filters, q }: Pick<ListQuery, 'searched' | 'filters' | 'q'>,
	by: AskedBy = 'index',
	limit?: number,
): Promise<Prisma.Sql> {
	// where something else narrows the list, any of what is found may be left out
	const most = isUnfiltered(filters) ? limit : undefined;
	return Prisma.join([Prisma.empty, ...filters, await foundInList(searched, q, by, most)], ' ');
}

const isUnfiltered = (filters: Prisma.Sql[]) => filters.every((filter) => filter.sql.trim() === '');

/** Whether a search matches most rows: it is empty, or every word is too short for a trigram index. */
function isCommon(q: string): boolean {
	return parseSearch(q).words.every((word) => word.length < 3);
}

export const countMatches = ({ from, owned }: ListQuery, narrowed: Prisma.Sql) => Prisma.sql`
	SELECT count(*)::int FROM (SELECT FROM ${from} WHERE ${owned} ${narrowed} LIMIT ${Prisma.raw(String(countLimit + 1))}) counted`;

async function collect(listed: ListQuery, narrowed: Prisma.Sql, { page, rows }: PagePlace, limit: number) {
	const { from, id, owned, direction } = listed;
	const keys = orderKeys(listed);
	const [found] = await read<[{ ids: string[]; count: number }]>`
		WITH found AS MATERIALIZED (
			SELECT ${id} AS id, ${namedKeys(keys)}
			FROM ${from} ${orderJoins(listed)}
			WHERE ${owned} ${narrowed} LIMIT ${limit + 1}
		)
		SELECT (SELECT count(*)::int FROM found) AS count, ARRAY(
			SELECT id FROM found ORDER BY ${orderBy(keys, false, keyName)} id ${Prisma.raw(direction)}
			LIMIT ${rows} OFFSET ${(page - 1) * rows}
		) AS ids`;
	return found;
}

const atOnce = 1_000;

/** The ids of all rows of a list in its order, a thousand at a time, read by a cursor of the transaction. */
export async function* findAll(tx: Tx, records: ListQuery): AsyncGenerator<string[]> {
	const { from, id, owned, direction } = records;
	const narrowed = await listConditions(records);
	await tx.$executeRaw`
		DECLARE listed NO SCROLL CURSOR FOR
		SELECT ${id} AS id FROM ${from} ${orderJoins(records)} WHERE ${owned} ${narrowed}
		ORDER BY ${orderBy(orderKeys(records))} ${id} ${Prisma.raw(direction)}`;
	for (;;) {
		const rows = await tx.$queryRaw<{ id: string }[]>`FETCH ${Prisma.raw(String(atOnce))} FROM listed`;
		if (rows.length > 0) yield rows.map((row) => row.id);
		if (rows.length < atOnce) break;
	}
	await tx.$executeRaw`CLOSE listed`;
}

/** `FROM` for the rows of a page: `page.id`, which must be sorted by `page.place`. */
export function rowsOf(ids: string[]): Prisma.Sql {
	return Prisma.sql`unnest(${ids}::uuid[]) WITH ORDINALITY AS page (id, place)`;
}
