import 'server-only';
import { readFrame } from '@/domain/page-frame';
import type { UserId } from '@/lib/auth/session';

/** Whether the account keeps any company, and so anything else but follow-ups. */
export async function hasCompanies(userId: UserId): Promise<boolean> {
	return (await readFrame(userId)).hasCompanies;
}
