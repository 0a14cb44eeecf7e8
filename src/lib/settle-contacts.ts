import 'server-only';
import { db } from '@/lib/db';
import type { UserId } from '@/lib/session';

/**
 * Makes what was planned and is past by now the last contact of its company and person. Comes before every read of
 * `last_contact_at`, because no write tells the database that time has passed.
 */
export async function settleContacts(userId: UserId): Promise<void> {
	await db.$executeRaw`SELECT settle_contacts(${userId}::uuid)`;
}
