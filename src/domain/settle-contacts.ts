import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';

/**
 * Updates the last contact of companies and contacts from planned activities whose time has come. Must run before every read
 * of `last_contact_at`, because the passing of time triggers no write.
 */
export async function settleContacts(userId: UserId): Promise<void> {
	await db.$executeRaw`SELECT settle_contacts(${userId}::uuid)`;
}
