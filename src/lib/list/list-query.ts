import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import type { DocumentKind, SearchedList } from './document-sql';
import type { Direction, SortBy } from './list-order';
import type { SortParts } from './list-parts';

/**
 * A column that a list sorts by: whether it can be NULL, the join it needs and the list's id in the joined table. `searched`
 * means that the search covers it, so that matches are close together in its order.
 */
export type SortColumn = {
	column: Prisma.Sql;
	nullable?: true;
	/** What rows of one value are sorted by before their id, in the same direction; never NULL. */
	second?: Prisma.Sql;
	join?: Prisma.Sql;
	key?: Prisma.Sql;
	searched?: true;
	/** The first word of it, which an index has beside what is searched. */
	firstWord?: Prisma.Sql;
	/**
	 * Stands in another table, which has a row for each of the list's rows with a value: how that is told of the joined row, and that
	 * there is none. The index of that table has the rows with a value; those without one follow by their id.
	 */
	sparse?: { isSet: Prisma.Sql; isUnset: Prisma.Sql };
	/** Divides the rows into parts that are not compared with each other, such as currencies; `first` always comes first. */
	parts?: SortParts;
};

/** A query for all rows of a list in its order, of which a page shows some. */
export type ListQuery = {
	/** Whose rows they are. */
	userId: UserId;
	/** The table with its alias, and the alias's id. */
	from: Prisma.Sql;
	id: Prisma.Sql;
	/** True for the account's rows. */
	owned: Prisma.Sql;
	/** The column that is searched, what has documents beside it, and for what is searched. */
	search: Prisma.Sql;
	searched: SearchedList;
	q: string;
	/** The filters, each as ` AND …` or empty. */
	filters: Prisma.Sql[];
	sort: SortColumn;
	direction: Direction;
	/** What rows with the same value are sorted by, one after the other. */
	further?: { sort: SortColumn; direction: Direction }[];
	/** Rows of a small table, `table t WHERE …`, which are quick to count and at least as many as the list has. */
	beside?: Prisma.Sql | undefined;
	/** Such rows that tell how many meet the list's conditions, where these are a single one. */
	lone?: LoneRows | undefined;
};

/** Rows `v` of a small table: each record that meets a condition has one, or has none where the condition asks for that. */
export type LoneRows = { rows: Prisma.Sql; isWithout: boolean };

/** The query for the state of a list; `table` includes its alias, such as `company c`. */
export function listQuery(
	userId: UserId,
	table: `${DocumentKind} ${string}`,
	{ q, direction }: { q: string; direction: Direction },
	{
		filters,
		sort,
		further,
		beside,
		lone,
		...own
	}: Pick<ListQuery, 'filters' | 'sort' | 'further' | 'beside' | 'lone'> & {
		direction?: Direction;
		operators?: NonNullable<SearchedList['operators']>;
	},
): ListQuery {
	const [kind, alias = ''] = table.split(' ');
	return {
		userId,
		from: Prisma.raw(table),
		id: Prisma.raw(`${alias}.id`),
		owned: Prisma.sql`${Prisma.raw(`${alias}.user_id`)} = ${userId}::uuid`,
		search: Prisma.raw(`${alias}.search`),
		searched: { userId, alias, kind: kind as DocumentKind, ...(own.operators && { operators: own.operators }) },
		q,
		filters,
		sort,
		direction: own.direction ?? direction,
		...(further && { further }),
		beside,
		lone,
	};
}

/** The columns of a list's order, by what it calls them; where its rows are grouped, first those of the groups. */
export function sortedBy<Sort extends string>(
	{ sort, direction, further }: { sort: Sort; direction: Direction; further: SortBy<Sort>[] },
	columnOf: (sort: Sort) => SortColumn,
	group?: GroupOrder,
): Pick<ListQuery, 'sort' | 'direction' | 'further'> {
	const own = [{ sort, direction }, ...further].map((each) => ({
		sort: columnOf(each.sort),
		direction: each.direction,
	}));
	if (group) {
		const key = { sort: { column: group.key, nullable: true as const }, direction: 'asc' as const };
		return { sort: group.sort, direction: group.direction ?? 'asc', further: [key, ...own] };
	}
	const [, ...others] = own;
	return { sort: columnOf(sort), direction, ...(others.length > 0 && { further: others }) };
}

/** What comes before an order by columns: the groups in their order, and what tells them apart. */
export type GroupOrder = {
	sort: SortColumn;
	direction?: 'desc';
	key: Prisma.Sql;
	/** The condition that a row is in one of some groups, named by their keys, where an index has it. */
	isIn?: (keys: string[]) => Prisma.Sql;
};
