import 'server-only';
import { Prisma } from '@/lib/db';
import { isSilent, isWithin, type Listed, listedOf, type SortColumn } from '@/lib/list-sql';
import type { UserId } from '@/lib/session';
import type { CompanyListState } from './schema';

// What the list and its export ask of the table `company c` alike.

/** What is counted and kept of each company, as `s`. */
export const stats = Prisma.sql`JOIN company_stats s ON s.user_id = c.user_id AND s.company_id = c.id`;

const sortColumns: Record<CompanyListState['sort'], SortColumn> = {
	name: { column: Prisma.sql`c.name_key`, searched: true },
	industry: { column: Prisma.sql`c.industry_key`, nullable: true },
	size: { column: Prisma.sql`c.size`, nullable: true },
	contacts: { column: Prisma.sql`s.contacts`, join: stats, key: Prisma.sql`s.company_id` },
	deals: { column: Prisma.sql`s.open_deals`, join: stats, key: Prisma.sql`s.company_id` },
	lastContact: { column: Prisma.sql`s.last_contact_at`, join: stats, key: Prisma.sql`s.company_id`, nullable: true },
	created: { column: Prisma.sql`c.created_at` },
};

/** The companies of a list; days are the user's. */
export function listed(userId: UserId, state: CompanyListState, timeZone: string): Listed {
	const { tag } = state.filters;
	return listedOf(userId, 'company c', state, {
		filters: filtered(state, timeZone),
		sort: sortColumns[state.sort],
		beside:
			tag.length > 0
				? Prisma.sql`company_tag t WHERE t.user_id = ${userId}::uuid AND t.tag_id = ANY (${tag}::uuid[])`
				: undefined,
	});
}

function filtered({ filters }: CompanyListState, timeZone: string): Prisma.Sql[] {
	const { industry, size, tag, silent, createdFrom, createdTo, lastFrom, lastTo } = filters;
	return [
		industry.length > 0
			? Prisma.sql`AND c.industry_key = ANY (ARRAY(SELECT fold(i) FROM unnest(${industry}::text[]) i))`
			: Prisma.empty,
		size.length > 0 ? Prisma.sql`AND c.size = ANY (${size}::company_size[])` : Prisma.empty,
		tag.length > 0
			? Prisma.sql`AND EXISTS (
				SELECT FROM company_tag t WHERE t.user_id = c.user_id AND t.company_id = c.id AND t.tag_id = ANY (${tag}::uuid[])
			)`
			: Prisma.empty,
		silent[0]
			? Prisma.sql`AND EXISTS (
				SELECT FROM company_stats l WHERE l.user_id = c.user_id AND l.company_id = c.id
					AND ${isSilent(Prisma.sql`l.last_contact_at`, silent[0], timeZone)}
			)`
			: Prisma.empty,
		lastFrom[0] || lastTo[0]
			? Prisma.sql`AND EXISTS (
				SELECT FROM company_stats l WHERE l.user_id = c.user_id AND l.company_id = c.id
					${isWithin(Prisma.sql`l.last_contact_at`, lastFrom[0], lastTo[0], timeZone)}
			)`
			: Prisma.empty,
		isWithin(Prisma.sql`c.created_at`, createdFrom[0], createdTo[0], timeZone),
	];
}
