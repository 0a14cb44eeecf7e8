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
