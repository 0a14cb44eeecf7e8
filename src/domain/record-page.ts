import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { requireUserId, type UserId } from '@/lib/auth/session';
import { isRecordId } from '@/lib/text/text';
import { readFrame } from './page-frame';

/**
 * Makes the function with which a record's pages open it. It checks the id in the address, reads the record once per request
 * (for the title and the page), and answers 404 for anything that isn't the user's.
 */
export function openRecord<Row>(read: (userId: UserId, id: string) => Promise<Row | null>) {
	const readOnce = cache(read);
	return async (params: Promise<{ id: string }>): Promise<{ userId: UserId; record: Row }> => {
		const userId = await requireUserId();
		// the frame first, so that its mark is not newer than the record
		await readFrame(userId);
		const { id } = await params;
		if (!isRecordId(id)) notFound();
		const record = await readOnce(userId, id.toLowerCase());
		return record ? { userId, record } : notFound();
	};
}
