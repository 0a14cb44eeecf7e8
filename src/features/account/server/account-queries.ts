import 'server-only';
import { cache } from 'react';
import type { UserId } from '@/lib/auth/session';
import { db, type Tx } from '@/lib/db/db';

/** The settings of an account that has none of its own. */
export const defaultSettings = { currency: 'USD', locale: 'en-US', timeZone: 'UTC', weekStart: 1 };

export type Settings = typeof defaultSettings;

/** How the account wants money, dates and weeks shown. Read once per request, and once more inside a transaction. */
export async function getSettings(userId: UserId, tx?: Pick<Tx, '$queryRaw'>): Promise<Settings> {
	return tx ? readSettings(userId, tx) : settingsOfRequest(userId);
}

const settingsOfRequest = cache((userId: UserId) => readSettings(userId, db));

async function readSettings(userId: UserId, client: Pick<Tx, '$queryRaw'>): Promise<Settings> {
	const [settings] = await client.$queryRaw<Settings[]>`
		SELECT currency, locale, time_zone AS "timeZone", week_start AS "weekStart" FROM settings
		WHERE user_id = ${userId}::uuid`;
	return settings ?? defaultSettings;
}

/**
 * Whether the account is the installation's owner: the one with the seat or, where sign-up was open from the start, the
 * first. The demo account is nobody's.
 */
export async function isOwner(userId: UserId): Promise<boolean> {
	const [owner] = await db.$queryRaw<{ id: string }[]>`
		SELECT id FROM "user" WHERE NOT demo ORDER BY seat NULLS LAST, created_at, id LIMIT 1`;
	return owner?.id === userId;
}

/** The number of sessions that are listed. Any others can only be ended together. */
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

/** The records that are deleted with the account. */
export async function countAllRecords(userId: UserId) {
	const [companies, contacts, deals, activities] = await Promise.all([
		db.company.count({ where: { userId } }),
		db.contact.count({ where: { userId } }),
		db.deal.count({ where: { userId } }),
		db.activity.count({ where: { userId } }),
	]);
	return { companies, contacts, deals, activities };
}
