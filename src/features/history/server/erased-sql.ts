import 'server-only';
import { Prisma } from '@/lib/db/db';

/** Whether a change set erased somebody for good, or has no line left since somebody was. */
export function isErased(alias: string): Prisma.Sql {
	const set = Prisma.raw(alias);
	return Prisma.sql`(${set}.erased_by IS NOT NULL AND (${set}.erased_by = ${set}.id OR NOT EXISTS (
		SELECT FROM change_log l WHERE l.user_id = ${set}.user_id AND l.change_set_id = ${set}.id)))`;
}
