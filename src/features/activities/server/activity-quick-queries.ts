import type { NamedRecord } from '@/domain/named-record';
import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import { read } from '@/lib/db/read';

type AskedLinks = Partial<Record<'companyId' | 'contactId' | 'dealId', string | undefined>>;
/** Whom something that is logged most likely belongs to. */
export type LikelyLinks = {
	company?: NamedRecord | undefined;
	contact?: NamedRecord | undefined;
	deal?: NamedRecord | undefined;
};

/**
 * With whom and for which deal something is logged, as far as that is known: what was asked for, and beside it what there is
 * only one of. A deal brings its contact and a contact their only open deal; otherwise the company's only contact and its only
 * open deal are meant. Who has left or moved to
 * another company since is not meant.
 */
export async function findLikelyLinks(
	userId: UserId,
	{ companyId, contactId, dealId }: AskedLinks,
): Promise<LikelyLinks> {
	if (!companyId && !contactId && !dealId) return {};
	const two = Prisma.raw('LIMIT 2');
	// one statement, as it is asked for before the page of a record is shown
	const [found] = await read<
		[{ company: NamedRecord | null; contacts: NamedRecord[]; theirs: NamedRecord[]; deals: NamedRecord[] }]
	>`
		WITH asked_deal AS (
			SELECT id, name, company_id, contact_id FROM deal WHERE user_id = ${userId}::uuid AND id = ${dealId ?? null}::uuid
		), asked_contact AS (
			SELECT id, name, company_id FROM contact WHERE user_id = ${userId}::uuid AND id = ${contactId ?? null}::uuid
		), of_company AS (
			SELECT id, name FROM company WHERE user_id = ${userId}::uuid AND id = coalesce(
				(SELECT company_id FROM asked_deal), (SELECT company_id FROM asked_contact), ${companyId ?? null}::uuid)
		), known AS (
			SELECT id, name FROM (
				SELECT id, name, company_id, 1 AS place FROM asked_contact
				UNION ALL
				SELECT p.id, p.name, p.company_id, 2 FROM contact p JOIN asked_deal d ON p.id = d.contact_id
				WHERE p.user_id = ${userId}::uuid AND p.left_on IS NULL
			) candidates WHERE company_id = (SELECT id FROM of_company) ORDER BY place LIMIT 1
		), contacts AS (
			SELECT id, name FROM known
			UNION ALL (
				SELECT id, name FROM contact WHERE NOT EXISTS (SELECT FROM known)
					AND user_id = ${userId}::uuid AND company_id = (SELECT id FROM of_company) AND left_on IS NULL ${two})
		), theirs AS (
			SELECT id, name FROM deal WHERE NOT EXISTS (SELECT FROM asked_deal) AND user_id = ${userId}::uuid
				AND company_id = (SELECT id FROM of_company) AND closed_at IS NULL AND id IN (
					SELECT t.deal_id FROM deal_person t WHERE t.user_id = ${userId}::uuid AND t.contact_id = (SELECT id FROM known)
				) ${two}
		), deals AS (
			SELECT id, name FROM asked_deal
			UNION ALL (
				SELECT id, name FROM deal WHERE NOT EXISTS (SELECT FROM asked_deal) AND user_id = ${userId}::uuid
					AND company_id = (SELECT id FROM of_company) AND closed_at IS NULL ${two})
		)
		SELECT (SELECT to_json(c) FROM of_company c) AS company,
			(SELECT coalesce(json_agg(p), '[]') FROM contacts p) AS contacts,
			(SELECT coalesce(json_agg(t), '[]') FROM theirs t) AS theirs,
			(SELECT coalesce(json_agg(d), '[]') FROM deals d) AS deals`;
	if (!found.company) return {};
	return {
		company: found.company,
		contact: only(found.contacts),
		deal: only(found.theirs.length > 0 ? found.theirs : found.deals),
	};
}

/** The only one there is. */
function only([first, ...others]: NamedRecord[]): NamedRecord | undefined {
	return others.length === 0 ? first : undefined;
}
