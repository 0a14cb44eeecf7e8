import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { db, Prisma } from '@/lib/db/db';
import { containsWords } from '@/lib/list/search-sql';
import type { TagLabel } from '../tag';

export type TagOption = TagLabel & { id: string };
export type TagRow = TagOption & { companies: number; contacts: number };

const byName = Prisma.sql`fold(t.name) COLLATE "C", t.name_key`;

/** The account's tags by name, each with how many companies and contacts carry it. Counts every mark: for settings. */
export async function listTags(userId: UserId): Promise<TagRow[]> {
	return db.$queryRaw`
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
	return db.$queryRaw`
		SELECT t.id, t.name, t.colour FROM tag t WHERE t.user_id = ${userId}::uuid ORDER BY ${byName}`;
}

/** Up to ten tags for a picker: the one of this name, names that begin with the text, then those that hold its words. */
export async function findTagOptions(userId: UserId, q: string): Promise<TagOption[]> {
	const words = containsWords(Prisma.sql`findable(t.name)`, q);
	const holdsAll = words.length > 0 ? Prisma.join(words, ' AND ') : Prisma.sql`true`;
	return db.$queryRaw`
		SELECT t.id, t.name, t.colour FROM tag t
		WHERE t.user_id = ${userId}::uuid AND (t.name_key = lower(${q}) OR (${holdsAll}))
		ORDER BY t.name_key <> lower(${q}), NOT starts_with(findable(t.name), findable(${q})), ${byName}
		LIMIT 10`;
}

type TagsById = Partial<Record<string, TagLabel[]>>;

/** The tags of each of these companies, by its id; a company without tags is left out. */
export async function tagsOfCompanies(userId: UserId, ids: string[]): Promise<TagsById> {
	if (ids.length === 0) return {};
	return byRecord(
		await db.$queryRaw`
		SELECT m.company_id AS id, t.name, t.colour
		FROM company_tag m JOIN tag t ON t.user_id = m.user_id AND t.id = m.tag_id
		WHERE m.user_id = ${userId}::uuid AND m.company_id = ANY (${ids}::uuid[])
		ORDER BY ${byName}`,
	);
}

/** The tags of each of these contacts, by their id; a contact without tags is left out. */
export async function tagsOfContacts(userId: UserId, ids: string[]): Promise<TagsById> {
	if (ids.length === 0) return {};
	return byRecord(
		await db.$queryRaw`
		SELECT m.contact_id AS id, t.name, t.colour
		FROM contact_tag m JOIN tag t ON t.user_id = m.user_id AND t.id = m.tag_id
		WHERE m.user_id = ${userId}::uuid AND m.contact_id = ANY (${ids}::uuid[])
		ORDER BY ${byName}`,
	);
}

function byRecord(rows: (TagLabel & { id: string })[]): TagsById {
	const tags: TagsById = {};
	for (const { id, name, colour } of rows) {
		tags[id] ??= [];
		tags[id].push({ name, colour });
	}
	return tags;
}
