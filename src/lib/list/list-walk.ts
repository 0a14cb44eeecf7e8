import 'server-only';
import { Prisma } from '@/lib/db/db';
import { read, readPrepared } from '@/lib/db/read';
import { type Direction, opposite } from './list-order';
import { isBeyond, laterKeys, orderBy, orderJoins } from './list-order-sql';
import { lastPage, type PagePlace } from './list-params';
import type { ListQuery } from './list-query';
import { type Start, type Stretch, sortPartsOf, stretchesBeyond, wholeOf } from './list-stretches';

/** A page, and how many rows the list has where that was asked for. */
type Walked = { ids: string[]; page: number; more: boolean; count: number };

/**
 * A page of a list, found by walking the index of its sort column: by the page's number, or from the row before or after it,
 * which takes no longer late in a list. If that row is gone, the last page that has a number. `counting` is a query for the
 * number of rows, which the same statement asks.
 */
export async function walkSortIndex(
	listed: ListQuery,
	narrowed: Prisma.Sql,
	{ page, cursor, rows }: PagePlace,
	counting = Prisma.sql`0`,
): Promise<Walked> {
	const { sort, direction } = listed;
	const start = cursor && (await findWalkStart(listed, cursor.id));
	if (!cursor || !start) {
		const numbered = Math.min(page, lastPage(rows));
		const stretches = wholeOf(listed, await sortPartsOf(listed));
		const offset = (numbered - 1) * rows;
		const kept = narrowed.sql.trim() === '' && !sort.parts && !sort.sparse;
		const found = await readStretches(listed, {
			narrowed,
			stretches,
			towards: direction,
			offset,
			counting,
			kept,
			page: rows,
		});
		return { ...found, page: numbered };
	}
	const backwards = cursor.side === 'before';
	const walk = stretchesFrom(listed, start, backwards);
	const { ids, more, count } = await readStretches(listed, { narrowed, ...walk, offset: 0, counting, page: rows });
	return backwards ? { ids: ids.reverse(), page, more: true, count } : { ids, page, more, count };
}

/** Where a row stands, and what the list's parts are called; undefined if there is no such row. */
export async function findWalkStart(listed: ListQuery, row: string): Promise<WalkStart | undefined> {
	const start = await findStart(listed, row);
	return start && { row, start, parts: await sortPartsOf(listed) };
}

type WalkStart = { row: string; start: Start; parts: string[] };

/** A list from one of its rows on, or backwards from there. */
export function stretchesFrom(
	listed: ListQuery,
	{ row, start, parts }: WalkStart,
	backwards: boolean,
): Pick<Stretches, 'stretches' | 'towards'> {
	const { direction } = listed;
	const towards = backwards ? opposite[direction] : direction;
	const [own, ...others] = stretchesBeyond(listed, start, parts, backwards);
	if (!own) return { stretches: [], towards };
	const first = listed.further ? beyondEach(listed, row, backwards, own) : [beyond(listed, row, towards, own)];
	return { stretches: [...first.map((where) => ({ ...own, where })), ...others], towards };
}

/** Undefined if there is no such row. */
async function findStart({ from, id, owned, sort }: ListQuery, row: string): Promise<Start | undefined> {
	const [found] = await read<Start[]>`
		SELECT ${sort.column} IS NULL AS "isNull", ${sort.parts?.column ?? Prisma.sql`NULL`} AS part
		FROM ${from} ${sort.join ?? Prisma.empty} WHERE ${owned} AND ${id} = ${row}::uuid`;
	return found;
}

/** By what rows with the same value are told apart: their id, as the index of the sort column has it. */
const lastKey = ({ sort, id }: ListQuery, { isUnset }: Pick<Stretch, 'isUnset'>) =>
	isUnset && sort.sparse ? id : (sort.key ?? id);

/** ` AND …` for the rows of a stretch beyond a given one. */
function beyond(listed: ListQuery, row: string, towards: Direction, own: Stretch): Prisma.Sql {
	const { from, id, owned, sort } = listed;
	const is = Prisma.raw(towards === 'asc' ? '>' : '<');
	const key = lastKey(listed, own);
	if (own.isUnset) return Prisma.sql`${own.where} AND ${key} ${is} ${row}::uuid`;
	const columns = sort.second ? [sort.column, sort.second] : [sort.column];
	const values = columns.map(
		(column) => Prisma.sql`(
			SELECT ${column} FROM ${from} ${sort.join ?? Prisma.empty} WHERE ${owned} AND ${id} = ${row}::uuid
		)`,
	);
	return Prisma.sql`${own.where} AND (${Prisma.join([...columns, key])}) ${is} (${Prisma.join(values)}, ${row}::uuid)`;
}

/**
 * The same for a list that is sorted by several columns: first the rows with the same value in the first one, which are sorted as
 * they are read, then those beyond it, whose order an index has.
 */
function beyondEach(listed: ListQuery, row: string, backwards: boolean, own: Stretch): Prisma.Sql[] {
	const { from, id, owned, sort, direction } = listed;
	const ownValue = (column: Prisma.Sql) => Prisma.sql`(
		SELECT ${column} FROM ${from} ${orderJoins(listed)} WHERE ${owned} AND ${id} = ${row}::uuid)`;
	const keys = [...laterKeys(listed), { column: lastKey(listed, own), direction, nullable: false }];
	const later = Prisma.sql`AND ${isBeyond(keys, ownValue, backwards)}`;
	if (own.isUnset) return [Prisma.sql`${own.where} ${later}`];
	const is = Prisma.raw((direction === 'asc') === backwards ? '<' : '>');
	return [
		Prisma.sql`${own.where} AND ${sort.column} = ${ownValue(sort.column)} ${later}`,
		Prisma.sql`${own.where} AND ${sort.column} ${is} ${ownValue(sort.column)}`,
	];
}

type Stretches = {
	narrowed: Prisma.Sql;
	stretches: Stretch[];
	towards: Direction;
	offset: number;
	counting: Prisma.Sql;
	/** How many rows a page has. */
	page: number;
	/** Whether the text of the query is the same whenever it is asked. */
	kept?: boolean;
};

/**
 * A page of the rows of some stretches in their order, and whether there are more rows. A stretch is read only if those before
 * it don't fill the page.
 */
export async function readStretches(
	listed: ListQuery,
	{ narrowed, stretches, towards, offset, counting, page, kept = false }: Stretches,
): Promise<{ ids: string[]; more: boolean; count: number }> {
	const { from, id, owned, sort } = listed;
	const order = Prisma.raw(towards);
	const later = orderBy(laterKeys(listed), towards !== listed.direction);
	// one more tells whether there are more
	const wanted = page + 1;
	const rows = ({ where }: Stretch) =>
		Prisma.sql`FROM ${from} ${orderJoins(listed)} WHERE ${owned} ${narrowed} ${where}`;
	// rows of another table have no order of their own where there are none
	const first = ({ isUnset }: Stretch) =>
		isUnset && sort.sparse ? Prisma.empty : Prisma.sql`${sort.column} ${order},`;
	const number = (value: number) => Prisma.raw(String(value));
	const ids: string[] = [];
	let left = offset;
	let count = 0;
	for (const [place, stretch] of stretches.entries()) {
		const query = Prisma.sql`
			SELECT ARRAY(
				SELECT ${id} AS id ${rows(stretch)} ORDER BY ${first(stretch)} ${later} ${lastKey(listed, stretch)} ${order}
				LIMIT ${number(wanted - ids.length)} OFFSET ${number(left)}
			) AS ids, (${place === 0 ? counting : Prisma.sql`0`}) AS count`;
		// the first page of a whole list is the same walk for every account
		const isUsual = kept && left === 0 && place === 0;
		const [found] = await (isUsual ? readPrepared<[Found]>(query) : read<[Found]>(query));
		if (place === 0) count = found.count;
		ids.push(...found.ids);
		if (ids.length === wanted) break;
		if (found.ids.length > 0) left = 0;
		else if (left > 0) {
			const [passed] = await read<[{ count: number }]>`
				SELECT count(*)::int AS count FROM (SELECT ${rows(stretch)} LIMIT ${left}) passed`;
			left -= passed.count;
		}
	}
	return { ids: ids.slice(0, page), more: ids.length > page, count };
}

type Found = { ids: string[]; count: number };
