import 'server-only';
import { Prisma } from '@/lib/db';
import { isWithin, matches } from '@/lib/list-sql';
import type { UserId } from '@/lib/session';
import type { DealListState } from './schema';

// What the list and the board ask of the table `deal d` alike.

/** The company of each deal as `c`, and its contact, if there is one, as `p`. */
export const people = Prisma.sql`
	JOIN company c ON c.user_id = d.user_id AND c.id = d.company_id
	LEFT JOIN contact p ON p.user_id = d.user_id AND p.id = d.contact_id`;

/** True for the account's deals. */
export const owned = (userId: UserId) => Prisma.sql`d.user_id = ${userId}::uuid`;

/** The filters as ` AND …` each; days are the user's. */
export function filtered({ filters }: DealListState, timeZone: string): Prisma.Sql[] {
	const { stage, company, contact, valueFrom, valueTo, closeFrom, closeTo } = filters;
	return [
		stage.length > 0 ? Prisma.sql`AND d.stage = ANY (${stage}::deal_stage[])` : Prisma.empty,
		company.length > 0 ? Prisma.sql`AND d.company_id = ANY (${company}::uuid[])` : Prisma.empty,
		contact.length > 0 ? Prisma.sql`AND d.contact_id = ANY (${contact}::uuid[])` : Prisma.empty,
		valueFrom[0] ? Prisma.sql`AND d.value >= ${valueFrom[0]}::numeric` : Prisma.empty,
		valueTo[0] ? Prisma.sql`AND d.value <= ${valueTo[0]}::numeric` : Prisma.empty,
		closeFrom[0] ? Prisma.sql`AND d.expected_close_on >= ${closeFrom[0]}::date` : Prisma.empty,
		closeTo[0] ? Prisma.sql`AND d.expected_close_on <= ${closeTo[0]}::date` : Prisma.empty,
		isWithin(Prisma.sql`d.created_at`, filters.createdFrom[0], filters.createdTo[0], timeZone),
		isWithin(Prisma.sql`d.closed_at`, filters.closedFrom[0], filters.closedTo[0], timeZone),
	];
}

/** The filters and the search as conditions that follow another one. */
export function narrowed(state: DealListState, timeZone: string): Prisma.Sql {
	const conditions = [Prisma.empty, ...filtered(state, timeZone), matches(Prisma.sql`d.search`, state.q)];
	return Prisma.join(conditions, ' ');
}
