import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { requireUserId, type UserId } from '@/lib/auth/session';
import { isRecordId } from '@/lib/text/text';

/**
 * Makes the way a record's pages open it: the id of the address is checked, the record read once per request (for the
 * title and the page), and whatever is not the user's is not found.
 */
export function openRecord<Row>(read: (userId: UserId, id: string) => Promise<Row | null>) {
	const readOnce = cache(read);
	return async (params: Promise<{ id: string }>): Promise<{ userId: UserId; record: Row }> => {
		const userId = await requireUserId();
		const { id } = await params;
		if (!isRecordId(id)) notFound();
		const record = await readOnce(userId, id.toLowerCase());
		return record ? { userId, record } : notFound();
	};
}
