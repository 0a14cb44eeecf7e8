import 'server-only';
import { db } from '@/lib/db';
import type { UserId } from '@/lib/session';

const defaults = { currency: 'USD', locale: 'en-US', timeZone: 'UTC', weekStart: 1 };

/** How the account wants money, dates and weeks shown. */
export async function getSettings(userId: UserId) {
	const settings = await db.settings.findUnique({
		where: { userId },
		select: { currency: true, locale: true, timeZone: true, weekStart: true },
	});
	return settings ?? defaults;
}

export type Settings = Awaited<ReturnType<typeof getSettings>>;

/** So many sessions are listed; whoever has more ends them together. */
const listedSessions = 50;

/** Where the account is signed in, the last used first, and how many sessions there are. */
export async function listSessions(userId: UserId) {
	const where = { userId, expiresAt: { gt: new Date() } };
	const [sessions, count] = await Promise.all([
		db.session.findMany({
			where,
			select: { id: true, userAgent: true, ipAddress: true, createdAt: true, updatedAt: true },
			orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
			take: listedSessions,
		}),
		db.session.count({ where }),
	]);
	return { sessions, count };
}

/** What goes when the account is deleted. */
export async function countRecords(userId: UserId) {
	const [companies, contacts, deals, activities] = await Promise.all([
		db.company.count({ where: { userId } }),
		db.contact.count({ where: { userId } }),
		db.deal.count({ where: { userId } }),
		db.activity.count({ where: { userId } }),
	]);
	return { companies, contacts, deals, activities };
}
