import 'server-only';
import type { z } from 'zod';
import type { UserId } from '@/lib/auth/session';
import type { Tx } from '@/lib/db/db';
import type { keptHistoryForm } from '../schema';

/** Sets how long the history is kept. What is older is deleted at night, and until then this can be undone. */
export async function keepHistory(tx: Tx, userId: UserId, { historyKept }: z.output<typeof keptHistoryForm>) {
	await tx.settings.upsert({ where: { userId }, update: { historyKept }, create: { userId, historyKept } });
}
