import 'server-only';
import type { z } from 'zod';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import type { openedRecord } from '../schema';

/** Twice as many as are shown, as some of them may have been deleted since. */
const maxOpened = 40;

/**
 * Keeps that a record was opened now, and forgets what has not been for long. Nothing is kept of a record that is gone, or that
 * is another account's: whoever opened it has seen so on its page.
 */
export async function keepOpened(tx: Tx, userId: UserId, { kind, id }: z.output<typeof openedRecord>): Promise<null> {
	const kept = await tx.$executeRaw`
		INSERT INTO recently_opened (user_id, kind, record_id)
		SELECT ${userId}::uuid, ${kind}, ${id}::uuid
		WHERE EXISTS (SELECT FROM ${Prisma.raw(kind)} WHERE user_id = ${userId}::uuid AND id = ${id}::uuid)
		-- the transaction of another tab may have begun later and ended first
		ON CONFLICT (user_id, kind, record_id) DO UPDATE SET opened_at = greatest(recently_opened.opened_at, excluded.opened_at)`;
	if (kept > 0) await forgetOldest(tx, userId);
	return null;
}

/** Leaves alone what another tab is opening again or forgetting. */
async function forgetOldest(tx: Tx, userId: UserId): Promise<void> {
	await tx.$executeRaw`
		WITH oldest AS (
			SELECT kind, record_id FROM recently_opened
			WHERE user_id = ${userId}::uuid AND (opened_at, kind, record_id) < (
				SELECT opened_at, kind, record_id FROM recently_opened WHERE user_id = ${userId}::uuid
				ORDER BY opened_at DESC, kind DESC, record_id DESC OFFSET ${maxOpened - 1}::int LIMIT 1
			)
			FOR UPDATE SKIP LOCKED
		)
		DELETE FROM recently_opened r USING oldest o
		WHERE r.user_id = ${userId}::uuid AND r.kind = o.kind AND r.record_id = o.record_id`;
}
