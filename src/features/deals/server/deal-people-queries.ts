import 'server-only';
import { settleContacts } from '@/domain/settle-contacts';
import type { AuthorityLevel } from '@/features/contacts/schema';
import type { UserId } from '@/lib/auth/session';
import { readPrepared } from '@/lib/db/read';
import type { DealRole } from '../roles';

/** Somebody who takes part in a deal. */
export type DealPerson = {
	id: string;
	name: string;
	companyId: string;
	companyName: string;
	jobTitle: string | null;
	email: string | null;
	phone: string | null;
	isDecisionMaker: boolean;
	authorityLevel: AuthorityLevel | null;
	/** The date on which they left their company, YYYY-MM-DD. */
	leftOn: string | null;
	role: DealRole | null;
	/** Whether this is the main contact. */
	isMain: boolean;
	lastContactAt: Date | null;
};

/** The contacts of a deal: the main one, then by their roles, then by name. */
export async function listDealPeople(userId: UserId, dealId: string): Promise<DealPerson[]> {
	await settleContacts(userId);
	return readPrepared`
		SELECT p.id, p.name, p.company_id AS "companyId", c.name AS "companyName", p.job_title AS "jobTitle", p.email, p.phone,
			p.is_decision_maker AS "isDecisionMaker", p.authority_level AS "authorityLevel", p.left_on::text AS "leftOn", t.role,
			p.id IS NOT DISTINCT FROM d.contact_id AS "isMain", s.last_contact_at AS "lastContactAt"
		FROM deal d
		JOIN deal_person t ON t.user_id = d.user_id AND t.deal_id = d.id
		JOIN contact p ON p.user_id = t.user_id AND p.id = t.contact_id
		JOIN company c ON c.user_id = p.user_id AND c.id = p.company_id
		JOIN contact_stats s ON s.user_id = p.user_id AND s.contact_id = p.id
		WHERE d.user_id = ${userId}::uuid AND d.id = ${dealId}::uuid
		ORDER BY "isMain" DESC, t.role NULLS LAST, p.name_key, p.id`;
}
