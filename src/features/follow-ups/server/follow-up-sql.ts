import 'server-only';
import { Prisma } from '@/lib/db/db';

/**
 * The order of follow-ups `f`, as follow_up_in_order_idx has it: by day, those without one last; within a day those with a time by
 * the clock, then what is important, then the rest as they were made.
 */
export const inOrder = Prisma.raw('f.due_on, f.due_time, f.is_important, f.id');

/** The time, priority and rule of follow-ups `f` as they are read. */
export const whenColumns = Prisma.raw(
	`left(f.due_time::text, 5) AS "dueTime", f.is_important IS TRUE AS "isImportant", f.repeats`,
);
