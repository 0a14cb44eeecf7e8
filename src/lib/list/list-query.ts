import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import type { Direction } from './list-params';
import type { SortParts } from './list-parts';

/**
 * A column that a list sorts by: where it can be NULL, what has to be joined for it, and the list's id in that table; and
 * whether it is part of what is searched, so that what a search finds stands close together in its order.
 */
export type SortColumn = {
	column: Prisma.Sql;
	nullable?: true;
	/** What rows of one value are sorted by before their id, in the same direction; never NULL. */
	second?: Prisma.Sql;
	join?: Prisma.Sql;
	key?: Prisma.Sql;
	searched?: true;
	/** What is never compared across: rows stand part by part, `first` before the others, whatever the direction. */
	parts?: SortParts;
};

/** All rows of a list in its order, however many are shown of them. */
export type ListQuery = {
	/** Whose rows they are. */
	userId: UserId;
	/** The table with its alias, and the alias's id. */
	from: Prisma.Sql;
	id: Prisma.Sql;
	/** True for the account's rows. */
	owned: Prisma.Sql;
	/** The column that is searched, and for what. */
	search: Prisma.Sql;
	q: string;
	/** What the list is filtered by: ` AND …` each, empty ones included. */
	filters: Prisma.Sql[];
	sort: SortColumn;
	direction: Direction;
	/** Rows of a side table, `table t WHERE …`, of which there are at least as many as the list has, counted in no time. */
	beside?: Prisma.Sql | undefined;
};

/** The account's rows of a table with its alias, such as `company c`, as a list's state asks for them. */
export function listQuery(
	userId: UserId,
	table: `${string} ${string}`,
	{ q, direction }: { q: string; direction: Direction },
	{ filters, sort, beside }: Pick<ListQuery, 'filters' | 'sort' | 'beside'>,
): ListQuery {
	const [, alias] = table.split(' ');
	return {
		userId,
		from: Prisma.raw(table),
		id: Prisma.raw(`${alias}.id`),
		owned: Prisma.sql`${Prisma.raw(`${alias}.user_id`)} = ${userId}::uuid`,
		search: Prisma.raw(`${alias}.search`),
		q,
		filters,
		sort,
		direction,
		beside,
	};
}

/** `ORDER BY` for what rows of one value are sorted by, to be followed by their id. */
export function secondOrder({ second }: SortColumn, order: Prisma.Sql): Prisma.Sql {
	return second ? Prisma.sql`${second} ${order},` : Prisma.empty;
}
