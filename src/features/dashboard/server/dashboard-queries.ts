import 'server-only';
import { readFrame } from '@/domain/page-frame';
import type { UserId } from '@/lib/auth/session';
import type { Days } from '@/lib/dates/dates';
import { Prisma } from '@/lib/db/db';
import { read } from '@/lib/db/read';
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
	// the companies' own counts of contacts, added up: a fifth of the rows
	const [counts] = await read<[Record<`${'companies' | 'contacts'}${'Total' | 'Now' | 'Before'}`, number>]>`
		SELECT count(*)::int AS "companiesTotal", coalesce(sum(s.contacts + s.former_contacts), 0)::int AS "contactsTotal",
			${added('company', now)} AS "companiesNow", ${added('company', before)} AS "companiesBefore",
			${added('contact', now)} AS "contactsNow", ${added('contact', before)} AS "contactsBefore"
		FROM company_stats s WHERE s.user_id = ${userId}::uuid`;
	const { companiesTotal, companiesNow, companiesBefore, contactsTotal, contactsNow, contactsBefore } = counts;
	return {
		companies: { total: companiesTotal, now: companiesNow, before: companiesBefore },
		contacts: { total: contactsTotal, now: contactsNow, before: contactsBefore },
	};
}

/** Whether the account keeps any company, and so anything else but follow-ups. */
export async function hasCompanies(userId: UserId): Promise<boolean> {
	return (await readFrame(userId)).hasCompanies;
}
