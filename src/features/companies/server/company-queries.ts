import 'server-only';
import { settleContacts } from '@/domain/settle-contacts';
import { tagsOfCompanies } from '@/features/tags/server/tag-queries';
import type { UserId } from '@/lib/auth/session';
import { db, Prisma } from '@/lib/db/db';
import { findPage, rowsOf } from '@/lib/list/list-sql';
import { cleanSearch } from '@/lib/list/search';
import { matches } from '@/lib/list/search-sql';
import { withReadable } from '@/lib/text/domain-names';
import type { CompanyListState, CompanySize } from '../schema';
import { companyListQuery, companyStats } from './company-sql';

type CompanyListRow = {
	id: string;
	name: string;
	industry: string | null;
	size: CompanySize | null;
	contacts: number;
	openDeals: number;
	lastContactAt: Date | null;
	createdAt: Date;
};

export type CompanyRow = CompanyListRow & { tags: { name: string; colour: string }[] };

/** One page of the account's companies, with the page's details. */
export async function listCompanies(userId: UserId, state: CompanyListState, timeZone: string) {
	await settleContacts(userId);
	const { ids, ...found } = await findPage(companyListQuery(userId, state, timeZone), state);
	const [rows, tags] = await Promise.all([
		db.$queryRaw<CompanyListRow[]>`
			SELECT c.id, c.name, c.industry, c.size, s.contacts, s.open_deals AS "openDeals",
				s.last_contact_at AS "lastContactAt", c.created_at AS "createdAt"
			FROM ${rowsOf(ids)} JOIN company c ON c.user_id = ${userId}::uuid AND c.id = page.id ${companyStats}
			ORDER BY page.place`,
		tagsOfCompanies(userId, ids),
	]);
	return { rows: rows.map((row): CompanyRow => ({ ...row, tags: tags[row.id] ?? [] })), ...found };
}

/** Up to 200 industries that the account's companies are in, for a filter. */
export async function listIndustries(userId: UserId): Promise<string[]> {
	// hops from one industry to the next in the index; a DISTINCT would read every company
	const rows = await db.$queryRaw<{ industry: string }[]>`
		WITH RECURSIVE hop AS (
			(SELECT industry_key AS key, industry FROM company
			 WHERE user_id = ${userId}::uuid AND industry_key IS NOT NULL ORDER BY industry_key, id LIMIT 1)
			UNION ALL
			SELECT next.key, next.industry FROM hop CROSS JOIN LATERAL (
				SELECT c.industry_key AS key, c.industry FROM company c
				WHERE c.user_id = ${userId}::uuid AND c.industry_key > hop.key ORDER BY c.industry_key, c.id LIMIT 1
			) next
		)
		SELECT industry FROM hop LIMIT 200`;
	return rows.map(({ industry }) => industry);
}

/** A company with everything its own pages show, or null. */
export async function getCompany(userId: UserId, id: string) {
	await settleContacts(userId);
	const found = await db.company.findUnique({
		where: { userId_id: { userId, id } },
		select: {
			id: true,
			name: true,
			industry: true,
			size: true,
			website: true,
			phone: true,
			email: true,
			address: true,
			notes: true,
			metadata: true,
			version: true,
			createdAt: true,
			updatedAt: true,
			stats: { select: { contacts: true, lastContactAt: true } },
			tags: { select: { tag: { select: { name: true, colour: true } } }, orderBy: { tag: { nameKey: 'asc' } } },
		},
	});
	return found && withReadable(found);
}

export type Company = NonNullable<Awaited<ReturnType<typeof getCompany>>>;

/** The number of records that are deleted with these companies; all zero if none is the account's. */
export async function countWithCompanies(userId: UserId, ids: string[]) {
	const where = { userId, companyId: { in: ids } };
	const [stats, followUps] = await Promise.all([
		db.companyStats.aggregate({ where, _sum: { contacts: true, deals: true, activities: true } }),
		db.followUp.count({ where }),
	]);
	const { contacts, deals, activities } = stats._sum;
	return { contacts: contacts ?? 0, deals: deals ?? 0, activities: activities ?? 0, followUps };
}

export type CompanyOption = { id: string; name: string };

/** Companies by their ids, for the chips of a filter; ids that are not the account's are left out. */
export async function nameCompanies(userId: UserId, ids: string[]): Promise<CompanyOption[]> {
	if (ids.length === 0) return [];
	return db.company.findMany({ where: { userId, id: { in: ids } }, select: { id: true, name: true } });
}

/** Up to ten companies for a picker: names that begin with the text first, then those that contain it. */
export async function findCompanyOptions(userId: UserId, q: string): Promise<CompanyOption[]> {
	const text = cleanSearch(q);
	const beginning = db.$queryRaw<CompanyOption[]>`
		SELECT c.id, c.name FROM company c
		WHERE c.user_id = ${userId}::uuid AND c.name_key >= fold(${text}) AND c.name_key < fold(${text}) || chr(1114109)
		ORDER BY c.name_key, c.id
		LIMIT ${maxOptions}`;
	const first = await beginning;
	if (first.length === maxOptions || text === '') return first;
	const more = await db.$queryRaw<CompanyOption[]>`
		SELECT c.id, c.name FROM company c
		WHERE c.user_id = ${userId}::uuid ${await matches(userId, Prisma.sql`c.search`, text)}
			AND c.id <> ALL (${first.map(({ id }) => id)}::uuid[])
		ORDER BY c.name_key, c.id
		LIMIT ${maxOptions - first.length}`;
	return [...first, ...more];
}

const maxOptions = 10;
