import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';

/**
 * The order of follow-ups `f`, as follow_up_in_order_idx has it: by day, those without one last; within a day those with a time by
 * the clock, then what is important, then the rest as they were made.
 */
export const inOrder = Prisma.raw('f.due_on, f.due_time, f.is_important, f.id');

/** The time, priority and rule of follow-ups `f` as they are read. */
export const whenColumns = Prisma.raw(
	`left(f.due_time::text, 5) AS "dueTime", f.is_important IS TRUE AS "isImportant", f.repeats`,
);

/** Locks follow-ups, so that two changes of several at once wait for each other instead of stopping each other. */
export async function lockInOrder(tx: Tx, userId: UserId, ids: string[]): Promise<void> {
	await tx.$executeRaw`
		SELECT FROM follow_up WHERE user_id = ${userId}::uuid AND id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`;
}
