import 'server-only';
import type { UserId } from '@/lib/auth/session';
import type { Days } from '@/lib/dates/dates';
import { db, Prisma } from '@/lib/db/db';
import { isWithin } from '@/lib/list/list-sql';

/** How many companies or contacts there are, and how many were added in either month. */
export type Growth = { total: number; now: number; before: number };

/** How many companies and contacts the account keeps, and how many of them were added in two months, by the user's days. */
export async function countGrowth(
	userId: UserId,
	{ now, before }: { now: Days; before: Days },
	timeZone: string,
): Promise<{ companies: Growth; contacts: Growth }> {
	const added = (table: 'company' | 'contact', { from, to }: Days) => Prisma.sql`(
		SELECT count(*)::int FROM ${Prisma.raw(table)} r WHERE r.user_id = ${userId}::uuid
			${isWithin(Prisma.sql`r.created_at`, from, to, timeZone)})`;
	const growth = (table: 'company' | 'contact', total: Prisma.Sql) => db.$queryRaw<[Growth]>`
		SELECT ${total} AS total, ${added(table, now)} AS now, ${added(table, before)} AS before
		FROM company_stats s WHERE s.user_id = ${userId}::uuid`;
	const [[companies], [contacts]] = await Promise.all([
		growth('company', Prisma.sql`count(*)::int`),
		// the companies' own counts, added up: a fifth of the rows
		growth('contact', Prisma.sql`coalesce(sum(s.contacts), 0)::int`),
	]);
	return { companies, contacts };
}

/** Whether the account keeps any company, and so anything else but follow-ups. */
export async function hasCompanies(userId: UserId): Promise<boolean> {
	const [found] = await db.$queryRaw<[{ any: boolean }]>`
		SELECT EXISTS (SELECT FROM company c WHERE c.user_id = ${userId}::uuid) AS any`;
	return found.any;
}
