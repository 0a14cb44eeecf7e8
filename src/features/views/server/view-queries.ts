import 'server-only';
import { readFrame } from '@/domain/page-frame';
import type { UserId } from '@/lib/auth/session';
import type { SavedView } from '../view';

/** The account's views of all lists, those of each list in their order. */
export async function listViews(userId: UserId): Promise<SavedView[]> {
	return (await readFrame(userId)).views;
}
