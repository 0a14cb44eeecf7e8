import 'server-only';
import type { ShownPerson } from '@/components/rail/shown-person';
import { settleContacts } from '@/domain/settle-contacts';
import { getSettings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import { readPrepared } from '@/lib/db/read';
import { contactStats } from './contact-sql';
import { type PersonRow, personLineColumns, presentPerson } from './person-lines';

/** How many of a company's contacts a rail lists; a link leads to the list with the others. */
export const maxPeopleLines = 100;

/** A company, and the contact whose colleagues are asked for. */
export type CompanyPeople = { companyId: string; except?: string | undefined };

export type PeopleOverview = {
	people: ShownPerson[];
	/** How many contacts there are, with those who have left, and how many of those who haven't decide. */
	count: number;
	deciders: number;
	/** When any of these was last contacted. */
	decidersContactedAt: Date | null;
};

/**
 * The first contacts of a company, decision makers first and then by authority, those who have left last; with what is known of
 * all of them, by one statement.
 */
export async function readCompanyPeople(
	userId: UserId,
	{ companyId, except }: CompanyPeople,
	limit: number,
): Promise<PeopleOverview> {
	await settleContacts(userId);
	const settings = await getSettings(userId);
	const rows = await readPrepared<(Omit<PeopleOverview, 'people'> & (PersonRow | { id: null }))[]>`
		SELECT about.*, person.* FROM (
			SELECT k.contacts + k.former_contacts AS count, decide.deciders, decide.at AS "decidersContactedAt"
			FROM company_stats k CROSS JOIN LATERAL (
				SELECT count(*)::int AS deciders, max(s.last_contact_at) AS at FROM contact_stats s
				WHERE s.user_id = k.user_id AND s.company_id = k.company_id AND s.authority_rank < 4
			) decide
			WHERE k.user_id = ${userId}::uuid AND k.company_id = ${companyId}::uuid
		) about
		LEFT JOIN LATERAL (
			SELECT ${personLineColumns}, p.authority_rank AS rank, p.name_key AS key FROM contact p
			JOIN company c ON c.user_id = p.user_id AND c.id = p.company_id ${contactStats}
			WHERE p.user_id = ${userId}::uuid AND p.company_id = ${companyId}::uuid AND p.id IS DISTINCT FROM ${except ?? null}::uuid
			ORDER BY p.authority_rank, p.name_key, p.id LIMIT ${Prisma.raw(String(limit))}
		) person ON true
		ORDER BY person.rank, person.key, person.id`;
	const [first] = rows;
	if (!first) return { people: [], count: 0, deciders: 0, decidersContactedAt: null };
	const people = rows.flatMap((row) => (row.id === null ? [] : [presentPerson(row, companyId, settings)]));
	const { count, deciders, decidersContactedAt } = first;
	return { people, count: except === undefined ? count : count - 1, deciders, decidersContactedAt };
}

/** All contacts of a company that a rail lists. */
export async function listCompanyPeopleLines(userId: UserId, company: CompanyPeople): Promise<ShownPerson[]> {
	return (await readCompanyPeople(userId, company, maxPeopleLines)).people;
}
