import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { readPrepared } from '@/lib/db/read';
import { isRendering } from '@/lib/request/rendering';
import { readFrame } from './page-frame';

/**
 * Updates the last contact of companies and contacts from planned activities whose time has come. Must run before every read
 * of `last_contact_at`, because the passing of time triggers no write. A page does it once, with its frame.
 */
export async function settleContacts(userId: UserId): Promise<void> {
	if (isRendering()) await readFrame(userId);
	else await readPrepared`SELECT settle_contacts(${userId}::uuid)`;
}
