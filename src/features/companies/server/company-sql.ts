import 'server-only';
import { customListOf, loneValues, sortColumnOf } from '@/domain/custom-fields/custom-list';
import { lastContactFilter, tagFilter } from '@/domain/record-filters-sql';
import { listOperators } from '@/domain/search/search-conditions';
import { askerOf, ownCurrency } from '@/features/account/server/asker-sql';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import { type Asker, whereSql } from '@/lib/list/condition-sql';
import { type GroupOrder, type ListQuery, listQuery, type SortColumn, sortedBy } from '@/lib/list/list-query';
import { isWithin } from '@/lib/list/list-sql';
import { companyFields } from '../company-fields';
import type { CompanyListState, CompanySort } from '../schema';
import { companyFieldSql } from './company-field-sql';

// SQL on the table `company c` that the list and its export share.

/** Joins the statistics of each company as `s`. */
export const companyStats = Prisma.sql`JOIN company_stats s ON s.user_id = c.user_id AND s.company_id = c.id`;

const sortColumns: Record<CompanySort, SortColumn> = {
	name: { column: Prisma.sql`c.name_key`, searched: true },
	industry: { column: Prisma.sql`c.industry_key`, nullable: true },
	size: { column: Prisma.sql`c.size`, nullable: true },
	contacts: { column: Prisma.sql`s.contacts`, join: companyStats, key: Prisma.sql`s.company_id` },
	deals: { column: Prisma.sql`s.open_deals`, join: companyStats, key: Prisma.sql`s.company_id` },
	lastContact: {
		column: Prisma.sql`s.last_contact_at`,
		join: companyStats,
		key: Prisma.sql`s.company_id`,
		nullable: true,
	},
	created: { column: Prisma.sql`c.created_at` },
};

const groups: Record<string, GroupOrder> = {
	industry: { sort: sortColumns.industry, key: Prisma.sql`c.industry_key` },
	size: { sort: sortColumns.size, key: Prisma.sql`c.size::text` },
};

/** What the companies of a list are grouped by. */
export const companyGroup = (userId: UserId, state: CompanyListState): GroupOrder | undefined =>
	groups[state.group] ?? customListOf(state).groupOf(state.group, { userId, currency: ownCurrency(userId) });

/** The companies of a list; days are the user's. */
export function companyListQuery(userId: UserId, state: CompanyListState, timeZone: string): ListQuery {
	const asker = askerOf(userId, timeZone);
	return listQuery(userId, 'company c', state, {
		operators: listOperators(userId, 'company', 'c'),
		filters: filtered(state, asker),
		...sortedBy(state, sortColumnOf(sortColumns, customListOf(state), asker), companyGroup(userId, state)),
		beside: tagFilter('company', 'c', userId, state.filters.tag).beside,
		lone: loneValues(state, asker),
	});
}

function filtered(state: CompanyListState, asker: Asker): Prisma.Sql[] {
	const { filters, where } = state;
	const { userId, timeZone } = asker;
	const { added, sql } = customListOf(state);
	const { industry, size, tag, silent, createdFrom, createdTo, lastFrom, lastTo } = filters;
	return [
		industry.length > 0
			? Prisma.sql`AND c.industry_key = ANY (ARRAY(SELECT fold(i) FROM unnest(${industry}::text[]) i))`
			: Prisma.empty,
		size.length > 0 ? Prisma.sql`AND c.size = ANY (${size}::company_size[])` : Prisma.empty,
		tagFilter('company', 'c', userId, tag).filter,
		lastContactFilter('company', 'c', { silent: silent[0], from: lastFrom[0], to: lastTo[0] }, timeZone),
		isWithin(Prisma.sql`c.created_at`, createdFrom[0], createdTo[0], timeZone),
		...whereSql({ ...companyFields, ...added.fields }, { ...companyFieldSql, ...sql }, where, asker),
	];
}
