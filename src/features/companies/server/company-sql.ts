import 'server-only';
import { lastContactFilter, tagFilter } from '@/domain/record-filters-sql';
import { askerOf } from '@/features/account/server/asker-sql';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import { whereSql } from '@/lib/list/condition-sql';
import { type GroupOrder, type ListQuery, listQuery, type SortColumn, sortedBy } from '@/lib/list/list-query';
import { isWithin } from '@/lib/list/list-sql';
import { companyFields } from '../company-fields';
import type { CompanyListState } from '../schema';
import { companyFieldSql } from './company-field-sql';

// SQL on the table `company c` that the list and its export share.

/** Joins the statistics of each company as `s`. */
export const companyStats = Prisma.sql`JOIN company_stats s ON s.user_id = c.user_id AND s.company_id = c.id`;

const sortColumns: Record<CompanyListState['sort'], SortColumn> = {
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

/** What companies can be grouped by. */
export const companyGroups: Record<string, GroupOrder> = {
	industry: { sort: sortColumns.industry, key: Prisma.sql`c.industry_key` },
	size: { sort: sortColumns.size, key: Prisma.sql`c.size::text` },
};

/** The companies of a list; days are the user's. */
export function companyListQuery(userId: UserId, state: CompanyListState, timeZone: string): ListQuery {
	return listQuery(userId, 'company c', state, {
		filters: filtered(userId, state, timeZone),
		...sortedBy(state, (sort) => sortColumns[sort], companyGroups[state.group]),
		beside: tagFilter('company', 'c', userId, state.filters.tag).beside,
	});
}

function filtered(userId: UserId, { filters, where }: CompanyListState, timeZone: string): Prisma.Sql[] {
	const { industry, size, tag, silent, createdFrom, createdTo, lastFrom, lastTo } = filters;
	return [
		industry.length > 0
			? Prisma.sql`AND c.industry_key = ANY (ARRAY(SELECT fold(i) FROM unnest(${industry}::text[]) i))`
			: Prisma.empty,
		size.length > 0 ? Prisma.sql`AND c.size = ANY (${size}::company_size[])` : Prisma.empty,
		tagFilter('company', 'c', userId, tag).filter,
		lastContactFilter('company', 'c', { silent: silent[0], from: lastFrom[0], to: lastTo[0] }, timeZone),
		isWithin(Prisma.sql`c.created_at`, createdFrom[0], createdTo[0], timeZone),
		...whereSql(companyFields, companyFieldSql, where, askerOf(userId, timeZone)),
	];
}
