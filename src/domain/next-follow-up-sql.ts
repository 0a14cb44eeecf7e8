import 'server-only';
import { Prisma } from '@/lib/db/db';

/** The next open follow-up of a record: its title, and its day (YYYY-MM-DD) if it has one. */
export type NextFollowUp = { title: string; dueOn: string | null };

/** The next open follow-up of a row as JSON, by its day, those without one last; null where there is none. */
export const nextFollowUp = (alias: 'c' | 'p' | 'd', key: 'company_id' | 'contact_id' | 'deal_id') =>
	Prisma.raw(`(
		SELECT json_build_object('title', f.title, 'dueOn', f.due_on) FROM follow_up f
		WHERE f.user_id = ${alias}.user_id AND f.${key} = ${alias}.id AND f.done_at IS NULL
		ORDER BY f.due_on, f.due_time, f.id LIMIT 1
	)`);
