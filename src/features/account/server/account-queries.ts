import 'server-only';
import { readFrame } from '@/domain/page-frame';
import type { UserId } from '@/lib/auth/session';
import { db, Prisma, type Tx } from '@/lib/db/db';
import { read, readPrepared } from '@/lib/db/read';
import { isRendering } from '@/lib/request/rendering';

/** The settings of an account that has none of its own. */
export const defaultSettings = { currency: 'USD', locale: 'en-US', timeZone: 'UTC', weekStart: 1 };

export type Settings = typeof defaultSettings;

/** How the account wants money, dates and weeks shown. A page has them with its frame; in a transaction they are read again. */
export async function getSettings(userId: UserId, tx?: Pick<Tx, '$queryRaw'>): Promise<Settings> {
	if (!tx && isRendering()) return (await readFrame(userId)).settings ?? defaultSettings;
	const [settings] = await (tx
		? tx.$queryRaw<Settings[]>(settingsOf(userId))
		: readPrepared<Settings[]>(settingsOf(userId)));
	return settings ?? defaultSettings;
}

const settingsOf = (userId: UserId) => Prisma.sql`
	SELECT currency, locale, time_zone AS "timeZone", week_start AS "weekStart" FROM settings WHERE user_id = ${userId}::uuid`;

/**
 * Whether the account is the installation's owner: the one with the seat or, where sign-up was open from the start, the
 * first. The demo account is nobody's.
 */
export async function isOwner(userId: UserId): Promise<boolean> {
	const [owner] = await read<{ id: string }[]>`
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
