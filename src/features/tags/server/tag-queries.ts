import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { db, Prisma } from '@/lib/db/db';
import { read, readPrepared } from '@/lib/db/read';
import { containsWords } from '@/lib/list/search-sql';
import type { TagLabel } from '../tag';
import { byName } from './tag-sql';

export type TagOption = TagLabel & { id: string };
export type TagRow = TagOption & { companies: number; contacts: number };

/** The account's tags by name, each with how many companies and contacts carry it. Counts every mark: for settings. */
export async function listTags(userId: UserId): Promise<TagRow[]> {
	return read`
		SELECT t.id, t.name, t.colour, coalesce(c.n, 0) AS companies, coalesce(p.n, 0) AS contacts
		FROM tag t
		LEFT JOIN (
			SELECT tag_id, count(*)::int AS n FROM company_tag WHERE user_id = ${userId}::uuid GROUP BY tag_id
		) c ON c.tag_id = t.id
		LEFT JOIN (
			SELECT tag_id, count(*)::int AS n FROM contact_tag WHERE user_id = ${userId}::uuid GROUP BY tag_id
		) p ON p.tag_id = t.id
		WHERE t.user_id = ${userId}::uuid
		ORDER BY ${byName}`;
}

/** The account's tags by name, for a filter. */
export async function listTagOptions(userId: UserId): Promise<TagOption[]> {
	return readPrepared`
		SELECT t.id, t.name, t.colour FROM tag t WHERE t.user_id = ${userId}::uuid ORDER BY ${byName}`;
}

/** Tags by their ids, for the chips of a filter; ids that are not the account's are left out. */
export async function nameTags(userId: UserId, ids: string[]): Promise<{ id: string; name: string }[]> {
	if (ids.length === 0) return [];
	return db.tag.findMany({ where: { userId, id: { in: ids } }, select: { id: true, name: true } });
}

/** Up to ten tags for a picker: the one of this name, names that begin with the text, then those that hold its words. */
export async function findTagOptions(userId: UserId, q: string): Promise<TagOption[]> {
	const words = containsWords(Prisma.sql`findable(t.name)`, q);
	const holdsAll = words.length > 0 ? Prisma.join(words, ' AND ') : Prisma.sql`true`;
	return read`
		SELECT t.id, t.name, t.colour FROM tag t
		WHERE t.user_id = ${userId}::uuid AND (t.name_key = lower(${q}) OR (${holdsAll}))
		ORDER BY t.name_key <> lower(${q}), NOT starts_with(findable(t.name), findable(${q})), ${byName}
		LIMIT 10`;
}
