import 'server-only';
import { db, Prisma } from '@/lib/db';
import { pageSize } from '@/lib/list-params';
import { countUpTo, matches } from '@/lib/list-sql';
import type { UserId } from '@/lib/session';
import type { AuthorityLevel, ContactListState } from './schema';

export type ContactRow = {
	id: string;
	name: string;
	companyId: string;
	companyName: string;
	jobTitle: string | null;
	email: string | null;
	phone: string | null;
	isDecisionMaker: boolean;
	authorityLevel: AuthorityLevel | null;
};

const rowColumns = Prisma.sql`
	p.id, p.name, p.company_id AS "companyId", c.name AS "companyName", p.job_title AS "jobTitle", p.email, p.phone,
	p.is_decision_maker AS "isDecisionMaker", p.authority_level AS "authorityLevel"`;

const sortColumns = {
	name: Prisma.sql`p.name_key`,
	company: Prisma.sql`p.company_key`,
	title: Prisma.sql`p.job_title_key`,
	authority: Prisma.sql`p.authority_rank`,
	email: Prisma.sql`p.email_key`,
	created: Prisma.sql`p.created_at`,
};

/** One page of the account's contacts, and how many there are (10,001 stands for more than 10,000). */
export async function listContacts(userId: UserId, state: ContactListState) {
	const order = Prisma.raw(state.direction);
	const decides = state.filters.decides.length > 0 ? Prisma.sql`AND p.is_decision_maker` : Prisma.empty;
	const where = Prisma.sql`p.user_id = ${userId}::uuid ${decides} ${matches(Prisma.sql`p.search`, state.q)}`;
	const [rows, count] = await Promise.all([
		db.$queryRaw<ContactRow[]>`
			SELECT ${rowColumns}
			FROM contact p JOIN company c ON c.user_id = p.user_id AND c.id = p.company_id
			WHERE ${where}
			ORDER BY ${sortColumns[state.sort]} ${order} NULLS LAST, p.id ${order}
			LIMIT ${pageSize} OFFSET ${(state.page - 1) * pageSize}`,
		countUpTo(Prisma.sql`SELECT FROM contact p WHERE ${where}`),
	]);
	return { rows, count };
}

/** The first 200 people of a company, those who decide first. */
export async function listCompanyContacts(userId: UserId, companyId: string): Promise<ContactRow[]> {
	return db.$queryRaw`
		SELECT ${rowColumns}
		FROM contact p JOIN company c ON c.user_id = p.user_id AND c.id = p.company_id
		WHERE p.user_id = ${userId}::uuid AND p.company_id = ${companyId}::uuid
		ORDER BY p.authority_rank, p.name_key
		LIMIT 200`;
}

/** A contact with everything its own page shows, or null. */
export async function getContact(userId: UserId, id: string) {
	return db.contact.findUnique({
		where: { userId_id: { userId, id } },
		select: {
			id: true,
			name: true,
			jobTitle: true,
			email: true,
			phone: true,
			isDecisionMaker: true,
			authorityLevel: true,
			notes: true,
			version: true,
			createdAt: true,
			updatedAt: true,
			company: { select: { id: true, name: true } },
		},
	});
}

export type Contact = NonNullable<Awaited<ReturnType<typeof getContact>>>;
