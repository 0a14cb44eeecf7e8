import 'server-only';
import { db, Prisma } from '@/lib/db';
import { pageSize } from '@/lib/list-params';
import { countUpTo, matches } from '@/lib/list-sql';
import type { UserId } from '@/lib/session';
import type { CompanyListState } from './schema';

export type CompanyRow = {
	id: string;
	name: string;
	website: string | null;
	phone: string | null;
	contacts: number;
	createdAt: Date;
};

const sortColumns = {
	name: Prisma.sql`c.name_key`,
	contacts: Prisma.sql`s.contacts`,
	created: Prisma.sql`c.created_at`,
};

/** One page of the account's companies, and how many there are (10,001 stands for more than 10,000). */
export async function listCompanies(userId: UserId, state: CompanyListState) {
	const order = Prisma.raw(state.direction);
	const where = Prisma.sql`c.user_id = ${userId}::uuid ${matches(Prisma.sql`c.search`, state.q)}`;
	const [rows, count] = await Promise.all([
		db.$queryRaw<CompanyRow[]>`
			SELECT c.id, c.name, c.website, c.phone, s.contacts, c.created_at AS "createdAt"
			FROM company c JOIN company_stats s ON s.user_id = c.user_id AND s.company_id = c.id
			WHERE ${where}
			ORDER BY ${sortColumns[state.sort]} ${order}, c.id ${order}
			LIMIT ${pageSize} OFFSET ${(state.page - 1) * pageSize}`,
		countUpTo(Prisma.sql`SELECT FROM company c WHERE ${where}`),
	]);
	return { rows, count };
}

/** A company with everything its own page shows, or null. */
export async function getCompany(userId: UserId, id: string) {
	return db.company.findUnique({
		where: { userId_id: { userId, id } },
		select: {
			id: true,
			name: true,
			website: true,
			phone: true,
			notes: true,
			version: true,
			createdAt: true,
			updatedAt: true,
			stats: { select: { contacts: true, deals: true, activities: true } },
		},
	});
}

export type Company = NonNullable<Awaited<ReturnType<typeof getCompany>>>;

/** What deleting a company takes with it, or null where there is no such company. */
export async function countWithCompany(userId: UserId, id: string) {
	const stats = await db.companyStats.findUnique({
		where: { userId_companyId: { userId, companyId: id } },
		select: { contacts: true, deals: true, activities: true },
	});
	if (!stats) return null;
	return { ...stats, followUps: await db.followUp.count({ where: { userId, companyId: id } }) };
}

export type CompanyOption = { id: string; name: string };

/** Up to ten companies for a picker: names that begin with the text first, then those that contain it. */
export async function findCompanyOptions(userId: UserId, q: string): Promise<CompanyOption[]> {
	return db.$queryRaw`
		SELECT c.id, c.name FROM company c
		WHERE c.user_id = ${userId}::uuid ${matches(Prisma.sql`c.search`, q)}
		ORDER BY NOT starts_with(c.name_key, fold(${q.trim()})), c.name_key, c.id
		LIMIT 10`;
}
