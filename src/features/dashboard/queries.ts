import 'server-only';
import { db } from '@/lib/db';
import type { UserId } from '@/lib/session';

/** How many companies, contacts and decision makers the account keeps. */
export async function getTotals(userId: UserId) {
	const [companies, contacts, decisionMakers] = await Promise.all([
		db.company.count({ where: { userId } }),
		db.contact.count({ where: { userId } }),
		db.contact.count({ where: { userId, isDecisionMaker: true } }),
	]);
	return { companies, contacts, decisionMakers };
}
