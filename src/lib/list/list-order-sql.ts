import 'server-only';
import { Prisma } from '@/lib/db/db';
import { type Direction, opposite } from './list-order';
import type { ListQuery, SortColumn } from './list-query';

/** One of the expressions that a list is sorted by, one after the other. Rows without a value come last in both directions. */
export type OrderKey = { column: Prisma.Sql; direction: Direction; nullable: boolean };

/** A column's own expressions: with parts, first their order. */
function keysOf({ column, parts, nullable }: SortColumn, direction: Direction): OrderKey[] {
	const own = { column, direction, nullable: nullable === true };
	if (!parts) return [own];
	if ('ids' in parts) {
		const place = Prisma.sql`array_position(${[...parts.ids]}::uuid[], ${parts.column})`;
		return [{ column: place, direction, nullable: true }, own];
	}
	return [
		{ column: Prisma.sql`(${parts.column} = ${parts.first})`, direction: 'desc', nullable: own.nullable },
		{ column: parts.column, direction: 'asc', nullable: own.nullable },
		own,
	];
}

/** What rows with the same value in the first column are sorted by, before their id. */
export const laterKeys = ({ sort, direction, further = [] }: ListQuery): OrderKey[] => [
	...further.flatMap((each) => keysOf(each.sort, each.direction)),
	...(sort.second ? [{ column: sort.second, direction, nullable: false }] : []),
];

/** All that a list is sorted by, before the id, which has the direction of the first column. */
export const orderKeys = (listed: ListQuery): OrderKey[] => [
	...keysOf(listed.sort, listed.direction),
	...laterKeys(listed),
];

/** The joins that the columns of the order need. */
export function orderJoins({ sort, further = [] }: ListQuery): Prisma.Sql {
	const joins = new Set([sort, ...further.map((each) => each.sort)].flatMap(({ join }) => (join ? [join] : [])));
	return joins.size > 0 ? Prisma.join([...joins], ' ') : Prisma.empty;
}

/** `ORDER BY` for some keys, to be followed by the id; backwards with `isBackwards`. `named` says how a key is read. */
export function orderBy(
	keys: readonly OrderKey[],
	isBackwards = false,
	named: (key: OrderKey, place: number) => Prisma.Sql = ({ column }) => column,
): Prisma.Sql {
	const terms = keys.map((key, place) => {
		const direction = isBackwards ? opposite[key.direction] : key.direction;
		const nulls = key.nullable ? (isBackwards ? ' NULLS FIRST' : ' NULLS LAST') : '';
		return Prisma.sql`${named(key, place)} ${Prisma.raw(`${direction}${nulls}`)},`;
	});
	return terms.length > 0 ? Prisma.join(terms, ' ') : Prisma.empty;
}

/** The keys as columns of a subquery, and how they are read from it. */
export const keyName = (_: OrderKey, place: number) => Prisma.raw(`key${place}`);
export const namedKeys = (keys: readonly OrderKey[]): Prisma.Sql =>
	Prisma.join(keys.map((key, place) => Prisma.sql`${key.column} AS ${keyName(key, place)}`));

/**
 * True for the rows that come after a row (`isBackwards`: before it) among those with the same value in the first column. `ownValue`
 * is the row's own value of a key.
 */
export function isBeyond(
	keys: readonly OrderKey[],
	ownValue: (column: Prisma.Sql) => Prisma.Sql,
	isBackwards: boolean,
): Prisma.Sql {
	const steps = keys.map(({ column, direction, nullable }, place) => {
		const value = ownValue(column);
		const is = Prisma.raw((direction === 'asc') === isBackwards ? '<' : '>');
		const [later, earlier] = isBackwards ? [value, column] : [column, value];
		const beyondNull = nullable ? Prisma.sql`OR (${later} IS NULL AND ${earlier} IS NOT NULL)` : Prisma.empty;
		const same = keys
			.slice(0, place)
			.map((key) => Prisma.sql`${key.column} IS NOT DISTINCT FROM ${ownValue(key.column)} AND`);
		return Prisma.sql`(${same.length > 0 ? Prisma.join(same, ' ') : Prisma.empty} (${column} ${is} ${value} ${beyondNull}))`;
	});
	return Prisma.sql`(${Prisma.join(steps, ' OR ')})`;
}
