import 'server-only';
import { Prisma } from '@/lib/db/db';
import { read } from '@/lib/db/read';
import { countLimit } from './list-count';
import { isBeyond, orderJoins, orderKeys } from './list-order-sql';
import type { PagePlace } from './list-params';
import type { GroupOrder, ListQuery } from './list-query';
import { listConditions } from './list-sql';

/** A column of another table, which can be added up. */
type JoinedSum = { value: Prisma.Sql; join: Prisma.Sql; per: Prisma.Sql };

/**
 * What of a list can be added up, by column; `per` divides amounts that are never added up, such as currencies. A column of another
 * table has both for itself.
 */
export type SumColumns = {
	values: Readonly<Record<string, Prisma.Sql | JoinedSum>>;
	join?: Prisma.Sql;
	per?: Prisma.Sql;
};

/** Columns that are added up together. */
type Added = {
	values: [name: string, value: Prisma.Sql][];
	join?: Prisma.Sql | undefined;
	per?: Prisma.Sql | undefined;
};

/** Sum and average of each column, as decimal strings; null where no row has a value. */
export type RowSums = {
	/** The group, where rows are grouped. */
	key: string | null;
	per: string | null;
	count: number;
	sums: Record<string, [sum: string | null, average: string | null]>;
};

/** `, … AS "groupKey"`, or nothing where rows are not grouped. */
export const groupKeyOf = (group: GroupOrder | undefined): Prisma.Sql =>
	group ? Prisma.sql`, ${group.key} AS "groupKey"` : Prisma.empty;

type Asked = {
	/** The columns that are shown. */
	shown: readonly string[];
	group: GroupOrder | undefined;
	/** The rows of the page, with their groups. */
	rows: readonly { id: string; groupKey?: string | null }[];
	/** How many rows the list has. */
	count: number;
	place: PagePlace;
};

/**
 * The sums of a list that is small enough to be counted, those of the groups of a page, each of the whole group, and whether the first
 * one began on a page before.
 */
export async function sumRows(
	listed: ListQuery,
	columns: SumColumns,
	{ shown, group, rows, count, place }: Asked,
): Promise<{ sums: RowSums[]; groups: RowSums[]; isContinued: boolean }> {
	const parts = addedParts(columns, shown);
	const summed = count > 0 && count <= countLimit ? parts.filter(({ values }) => values.length > 0) : [];
	const keys = [...new Set(rows.map(({ groupKey }) => groupKey ?? ''))];
	const own = group && isInGroups(group, keys);
	const [sums, groups] = await Promise.all([
		addAll(listed, summed, Prisma.sql`NULL::text`, Prisma.empty),
		group && own ? addAll(listed, parts, group.key, own) : [],
	]);
	return { sums, groups, isContinued: group ? await beganBefore(listed, group, { rows, groups, place }) : false };
}

/** ` AND …` for the rows of some groups; the key of rows without a value is empty. */
const isInGroups = ({ key, isIn }: GroupOrder, keys: string[]): Prisma.Sql =>
	isIn && !keys.includes('')
		? Prisma.sql`AND ${isIn(keys)}`
		: Prisma.sql`AND coalesce(${key}, '') = ANY (${keys}::text[])`;

/** The shown columns that are added up: first those of the list, which count its rows, then each of another table. */
function addedParts({ values, join, per }: SumColumns, shown: readonly string[]): Added[] {
	const asked = Object.entries(values).filter(([name]) => shown.includes(name));
	const own = asked.flatMap(([name, sum]): Added['values'] => ('value' in sum ? [] : [[name, sum]]));
	const others = asked.flatMap(([name, sum]): Added[] =>
		'value' in sum ? [{ ...sum, values: [[name, sum.value]] }] : [],
	);
	return [{ values: own, join, per }, ...others];
}

async function addAll(listed: ListQuery, parts: Added[], key: Prisma.Sql, only: Prisma.Sql): Promise<RowSums[]> {
	const sums = await Promise.all(parts.map((part) => add(listed, part, key, only)));
	return sums.flatMap((each, place) => (place === 0 ? each : each.map((sum) => ({ ...sum, count: 0 }))));
}

type Page = Pick<Asked, 'rows' | 'place'> & { groups: RowSums[] };

/** Whether the first group of a page has rows before it. */
async function beganBefore(listed: ListQuery, { key }: GroupOrder, { rows, groups, place }: Page): Promise<boolean> {
	const [first] = rows;
	if (!first || (place.page === 1 && !place.cursor)) return false;
	const own = (each: string | null | undefined) => (each ?? '') === (first.groupKey ?? '');
	const shown = rows.filter(({ groupKey }) => own(groupKey)).length;
	const count = groups.reduce((all, each) => all + (own(each.key) ? each.count : 0), 0);
	// where another group follows, the missing rows can only be before the page
	if (count <= shown || shown < rows.length) return count > shown;
	const { from, id, owned, direction } = listed;
	const ownValue = (column: Prisma.Sql) => Prisma.sql`(
		SELECT ${column} FROM ${from} ${orderJoins(listed)} WHERE ${owned} AND ${id} = ${first.id}::uuid)`;
	const keys = [...orderKeys(listed), { column: id, direction, nullable: false }];
	const [found] = await read<[{ began: boolean }]>`
		SELECT EXISTS (
			SELECT FROM ${from} ${orderJoins(listed)} WHERE ${owned} ${await listConditions(listed)}
				AND coalesce(${key}, '') = ${first.groupKey ?? ''} AND ${isBeyond(keys, ownValue, true)}
		) AS began`;
	return found.began;
}

async function add(
	listed: ListQuery,
	{ values, join = Prisma.empty, per = Prisma.sql`NULL::text` }: Added,
	key: Prisma.Sql,
	only: Prisma.Sql,
): Promise<RowSums[]> {
	const joins = orderJoins({
		...listed,
		further: [{ sort: { column: key, join }, direction: 'asc' }, ...(listed.further ?? [])],
	});
	const sums = values.map(
		([name, value]) => Prisma.sql`${name}::text, json_build_array(sum(${value})::text, avg(${value})::text)`,
	);
	return read<RowSums[]>`
		SELECT ${key} AS key, ${per} AS per, count(*)::int AS count,
			json_build_object(${sums.length > 0 ? Prisma.join(sums) : Prisma.empty}) AS sums
		FROM ${listed.from} ${joins} WHERE ${listed.owned} ${await listConditions(listed)} ${only}
		GROUP BY 1, 2 ORDER BY 3 DESC, 2`;
}
