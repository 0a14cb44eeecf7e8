import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';

/**
 * Makes what was planned and is past by now the last contact of its company and person. Comes before every read of
 * `last_contact_at`, because no write tells the database that time has passed.
 */
export async function settleContacts(userId: UserId): Promise<void> {
	await db.$executeRaw`SELECT settle_contacts(${userId}::uuid)`;
}
