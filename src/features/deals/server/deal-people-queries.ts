import 'server-only';
import type { ShownPerson } from '@/components/rail/shown-person';
import { settleContacts } from '@/domain/settle-contacts';
import { getSettings } from '@/features/account/server/account-queries';
import { type PersonRow, personLineColumns, presentPerson } from '@/features/contacts/server/person-lines';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import { readPrepared } from '@/lib/db/read';
import type { DealRole } from '../roles';
import { roleOutOfTouchDays } from '../signals/signals';

/** Somebody who takes part in a deal, or could. */
export type DealPersonRow = PersonRow & {
	role: DealRole | null;
	/** Whether this is the main contact. */
	isMain: boolean;
};

/** Somebody who takes part in a deal, in words. */
export type DealPerson = ShownPerson & { role: DealRole | null; isMain: boolean; hasLeft: boolean };

/** Another contact of the deal's company. */
export type OtherPerson = Pick<DealPersonRow, 'id' | 'name' | 'isDecisionMaker' | 'authorityLevel'>;

/** How many others of the company are offered. */
const shownOthers = 5;

/**
 * The contacts of a deal: the main one, then by their roles, then by name; and the first others of its company, by authority, with
 * whether there are more.
 */
export async function listDealPeople(userId: UserId, dealId: string) {
	await settleContacts(userId);
	const settings = await getSettings(userId);
	// one statement, as the page of a deal is one of many that it reads
	const rows = await readPrepared<(DealPersonRow & { takesPart: boolean; dealCompanyId: string })[]>`
		SELECT ${personLineColumns}, w.role, p.id IS NOT DISTINCT FROM d.contact_id AS "isMain", w.takes_part AS "takesPart",
			d.company_id AS "dealCompanyId"
		FROM deal d
		CROSS JOIN LATERAL (
			SELECT t.contact_id AS id, t.role, true AS takes_part FROM deal_person t WHERE t.user_id = d.user_id AND t.deal_id = d.id
			UNION ALL (
				SELECT k.id, NULL, false FROM contact k
				WHERE k.user_id = d.user_id AND k.company_id = d.company_id AND k.authority_rank < 5 AND NOT EXISTS (
					SELECT FROM deal_person t WHERE t.user_id = d.user_id AND t.deal_id = d.id AND t.contact_id = k.id
				)
				ORDER BY k.authority_rank, k.name_key, k.id LIMIT ${Prisma.raw(String(shownOthers + 1))}
			)
		) w
		JOIN contact p ON p.user_id = d.user_id AND p.id = w.id
		JOIN company c ON c.user_id = p.user_id AND c.id = p.company_id
		JOIN contact_stats s ON s.user_id = p.user_id AND s.contact_id = p.id
		WHERE d.user_id = ${userId}::uuid AND d.id = ${dealId}::uuid
		ORDER BY w.takes_part DESC, "isMain" DESC, w.role NULLS LAST, CASE WHEN NOT w.takes_part THEN p.authority_rank END, p.name_key, p.id`;
	const others = rows.filter(({ takesPart }) => !takesPart);
	const people = rows.filter(({ takesPart }) => takesPart);
	return {
		people: people.map(({ dealCompanyId, role, isMain, ...person }): DealPerson => {
			const patience = { days: roleOutOfTouchDays, decides: role === 'decision_maker' };
			const shown = presentPerson(person, dealCompanyId, settings, patience);
			const hasLeft = person.leftOn !== null;
			return { ...shown, role, isMain, hasLeft, isQuiet: shown.isQuiet || (!hasLeft && shown.lastContact === null) };
		}),
		others: others
			.slice(0, shownOthers)
			.map(
				({ id, name, isDecisionMaker, authorityLevel }): OtherPerson => ({ id, name, isDecisionMaker, authorityLevel }),
			),
		hasMore: others.length > shownOthers,
	};
}
