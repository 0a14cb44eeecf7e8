import 'server-only';
import type { z } from 'zod';
import { settleContacts } from '@/domain/settle-contacts';
import { getSettings } from '@/features/account/server/account-queries';
import { type DealRole, roleNames } from '@/features/deals/schema';
import type { UserId } from '@/lib/auth/session';
import { dayIn } from '@/lib/dates/dates';
import { Prisma } from '@/lib/db/db';
import { readPrepared } from '@/lib/db/read';
import { factsOf, type MappedContact, treeOf } from '../map-facts';
import type { mappedCompany } from '../schema';
import type { ShownMap } from '../shown-map';

/** How many contacts a decision map shows, and those above them. */
export const maxMapped = 60;

/**
 * The first contacts of a company, decision makers first, with those to whom they report and their roles in its open deals. Who has
 * left is there only while somebody still reports to them. `hasMore` says that the company has further contacts.
 */
export async function readDecisionMap(
	userId: UserId,
	companyId: string,
): Promise<{ contacts: MappedContact[]; hasMore: boolean }> {
	// each contact by its id: PostgreSQL can't know how few they are, and would read all of a large account
	const rows = await readPrepared<(MappedContact & { hasMore: boolean })[]>`
		WITH RECURSIVE first AS MATERIALIZED (
			SELECT p.id, p.reports_to_id, row_number() OVER (ORDER BY p.authority_rank, p.name_key, p.id)::int AS place
			FROM contact p
			WHERE p.user_id = ${userId}::uuid AND p.company_id = ${companyId}::uuid AND p.authority_rank < 5
			ORDER BY p.authority_rank, p.name_key, p.id LIMIT ${Prisma.raw(String(maxMapped + 1))}
		), shown AS (
			SELECT f.id, f.reports_to_id FROM first f WHERE f.place <= ${Prisma.raw(String(maxMapped))}
			UNION
			SELECT m.id, m.reports_to_id FROM shown s CROSS JOIN LATERAL (
				SELECT p.id, p.reports_to_id FROM contact p WHERE p.user_id = ${userId}::uuid AND p.id = s.reports_to_id OFFSET 0
			) m
		)
		SELECT c.*, (SELECT count(*) FROM first) > ${Prisma.raw(String(maxMapped))} AS "hasMore" FROM shown
		CROSS JOIN LATERAL (
			SELECT p.id, p.name, p.job_title AS "jobTitle", p.is_decision_maker AS "isDecisionMaker",
				p.authority_level AS "authorityLevel", s.rhythm, p.left_on::text AS "leftOn", p.reports_to_id AS "reportsToId",
				s.last_contact_at AS "lastContactAt", p.authority_rank, p.name_key, (
					SELECT coalesce(json_agg(json_build_object('dealId', d.id, 'deal', d.name, 'role', t.role) ORDER BY t.role, d.name_key, d.id), '[]')
					FROM deal_person t JOIN deal d ON d.user_id = t.user_id AND d.id = t.deal_id
					WHERE t.user_id = p.user_id AND t.contact_id = p.id AND t.is_open AND t.role IS NOT NULL AND d.company_id = p.company_id
				) AS roles
			FROM contact p JOIN contact_stats s ON s.user_id = p.user_id AND s.contact_id = p.id
			WHERE p.user_id = ${userId}::uuid AND p.id = shown.id OFFSET 0
		) c
		ORDER BY c.authority_rank, c.name_key, c.id`;
	return { contacts: rows, hasMore: rows[0]?.hasMore ?? false };
}

/** The same in words, for whoever opens the map. */
export async function findDecisionMap(
	userId: UserId,
	{ companyId }: z.output<typeof mappedCompany>,
): Promise<ShownMap> {
	await settleContacts(userId);
	const [{ contacts, hasMore }, { timeZone }] = await Promise.all([
		readDecisionMap(userId, companyId),
		getSettings(userId),
	]);
	const today = dayIn(new Date(), timeZone);
	return {
		contacts: contacts.map((contact) => factsOf(contact, today, timeZone)),
		roles: [...(Object.entries(roleNames) as [DealRole, string][]), ['none', 'No role yet']],
		roots: treeOf(contacts),
		most: maxMapped,
		hasMore,
	};
}
