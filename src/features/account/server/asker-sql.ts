import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import type { Asker } from '@/lib/list/condition-sql';
import { defaultSettings } from './account-queries';

/** The account's own currency, as its settings have it. */
export const ownCurrency = (userId: UserId) => Prisma.sql`coalesce(
	(SELECT s.currency FROM settings s WHERE s.user_id = ${userId}::uuid), ${defaultSettings.currency})`;

const ownWeekStart = (userId: UserId) => Prisma.sql`coalesce(
	(SELECT s.week_start FROM settings s WHERE s.user_id = ${userId}::uuid), ${defaultSettings.weekStart}::int)`;

/** The account as the one who asks for the rows of a list. */
export function askerOf(userId: UserId, timeZone: string): Asker {
	return { userId, timeZone, weekStart: ownWeekStart(userId), currency: ownCurrency(userId) };
}
