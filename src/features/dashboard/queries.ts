import 'server-only';
import { db } from '@/lib/db';
import type { UserId } from '@/lib/session';

/** How many companies, contacts and decision makers the account keeps. */
export async function getTotals(userId: UserId) {
	const [kept, decisionMakers] = await Promise.all([
		// the companies' own counts, added up: a fifth of the rows
		db.companyStats.aggregate({ where: { userId }, _count: true, _sum: { contacts: true } }),
		db.$queryRaw<[{ count: number }]>`
			SELECT count(*)::int AS count FROM contact p WHERE p.user_id = ${userId}::uuid AND p.authority_rank < 4`,
	]);
	return { companies: kept._count, contacts: kept._sum.contacts ?? 0, decisionMakers: decisionMakers[0].count };
}
