import 'server-only';
import type { UserId } from '@/lib/auth/session';
import type { Tx } from '@/lib/db/db';
import { refuseField } from '@/lib/errors/errors';

type LockedContact = { name: string; companyId: string };

/** Refuses an introducer who is gone, or is the contact themselves. Locks the introducer, so that they aren't deleted meanwhile. */
export async function checkIntroducer(tx: Tx, userId: UserId, introducedById: string | null, contactId?: string) {
	if (!introducedById) return;
	if (introducedById === contactId)
		refuseField({ introducedById: 'A contact can’t introduce themselves. Select another contact.' });
	await lockContact(tx, userId, introducedById, 'introducedById');
}

type Reporting = { id: string; companyId: string; reportsToId: string | null };

/**
 * Refuses a manager who is gone, works at another company, or already reports to the contact, directly or through others.
 * Only one transaction of an account at a time gets through, as two could close a cycle together.
 */
export async function checkReportsTo(tx: Tx, userId: UserId, { id, companyId, reportsToId }: Reporting) {
	if (!reportsToId) return;
	if (reportsToId === id) refuseField({ reportsToId: 'A contact can’t report to themselves. Select another contact.' });
	await lockReports(tx, userId);
	const manager = await lockContact(tx, userId, reportsToId, 'reportsToId');
	if (manager.companyId !== companyId)
		refuseField({ reportsToId: 'This contact works at another company. Select a contact of the same company.' });
	const above = await findAbove(tx, userId, reportsToId);
	if (above.includes(id))
		refuseField({ reportsToId: `“${manager.name}” already reports to this contact. Select another contact.` });
}

/** Makes changes of who reports to whom wait for each other, as the trigger `settle_reports` does. */
export async function lockReports(tx: Tx, userId: UserId): Promise<void> {
	await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('settle_reports'), hashtext(${userId}::uuid::text))`;
}

/** The ids of those to whom a contact reports, directly and through others. */
export async function findAbove(tx: Tx, userId: UserId, contactId: string): Promise<string[]> {
	const rows = await tx.$queryRaw<{ id: string }[]>`
		WITH RECURSIVE above AS (
			SELECT c.reports_to_id AS id FROM contact c WHERE c.user_id = ${userId}::uuid AND c.id = ${contactId}::uuid
			UNION
			SELECT c.reports_to_id FROM above JOIN contact c ON c.user_id = ${userId}::uuid AND c.id = above.id
		)
		SELECT id FROM above WHERE id IS NOT NULL`;
	return rows.map(({ id }) => id);
}

async function lockContact(
	tx: Tx,
	userId: UserId,
	id: string,
	field: 'introducedById' | 'reportsToId',
): Promise<LockedContact> {
	const [locked] = await tx.$queryRaw<LockedContact[]>`
		SELECT name, company_id AS "companyId" FROM contact
		WHERE user_id = ${userId}::uuid AND id = ${id}::uuid FOR KEY SHARE`;
	return locked ?? refuseField({ [field]: 'This contact no longer exists. Select another contact.' });
}
