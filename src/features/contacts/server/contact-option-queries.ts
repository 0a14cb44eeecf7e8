import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import { read } from '@/lib/db/read';
import { cleanSearch } from '@/lib/list/search';
import { matches } from '@/lib/list/search-sql';
import type { Person } from './contact-queries';

export type ContactOption = Pick<
	Person,
	'id' | 'name' | 'companyId' | 'companyName' | 'isDecisionMaker' | 'authorityLevel'
> & { hasLeft: boolean };

type AskedContacts = { q: string } & Partial<Record<'companyId' | 'near' | 'except', string | undefined>>;

/**
 * Up to ten contacts for a picker, of one company or of all: names that begin with the text, then what contains it, and last
 * who has left their company. With `near`, those of one company come first, then all others.
 */
export async function findContactOptions(
	userId: UserId,
	{ q, companyId, near, except }: AskedContacts,
): Promise<ContactOption[]> {
	const text = cleanSearch(q);
	const others = except ? Prisma.sql`AND p.id <> ${except}::uuid` : Prisma.empty;
	if (!near) {
		const ofCompany = companyId ? Prisma.sql`AND p.company_id = ${companyId}::uuid` : Prisma.empty;
		return findOptions(userId, text, Prisma.sql`${ofCompany} ${others}`);
	}
	const first = await findOptions(userId, text, Prisma.sql`AND p.company_id = ${near}::uuid ${others}`);
	// without a text, the contacts of all other companies are no suggestion
	if (first.length === maxOptions || (text === '' && first.length > 0)) return first;
	const further = await findOptions(userId, text, Prisma.sql`AND p.company_id <> ${near}::uuid ${others}`);
	return [...first, ...further].slice(0, maxOptions);
}

async function findOptions(userId: UserId, text: string, among: Prisma.Sql): Promise<ContactOption[]> {
	const options = (condition: Prisma.Sql, limit: number) => read<ContactOption[]>`
		SELECT p.id, p.name, p.company_id AS "companyId", c.name AS "companyName", p.is_decision_maker AS "isDecisionMaker",
			p.authority_level AS "authorityLevel", p.left_on IS NOT NULL AS "hasLeft"
		FROM (
			SELECT p.* FROM contact p WHERE p.user_id = ${userId}::uuid ${among} ${condition}
			ORDER BY p.name_key, p.id LIMIT ${limit}
		) p
		JOIN company c ON c.user_id = p.user_id AND c.id = p.company_id
		ORDER BY p.name_key, p.id`;
	const found = await options(
		Prisma.sql`AND p.left_on IS NULL AND p.name_key >= fold(${text}) AND p.name_key < fold(${text}) || chr(1114109)`,
		maxOptions,
	);
	if (found.length === maxOptions || text === '') return found;
	const containing = await matches(userId, Prisma.sql`p.search`, text);
	for (const hasLeft of ['NULL', 'NOT NULL']) {
		const others = Prisma.sql`AND p.left_on IS ${Prisma.raw(hasLeft)} AND p.id <> ALL (${found.map(({ id }) => id)}::uuid[])`;
		if (found.length < maxOptions)
			found.push(...(await options(Prisma.sql`${containing} ${others}`, maxOptions - found.length)));
	}
	return found;
}

const maxOptions = 10;
