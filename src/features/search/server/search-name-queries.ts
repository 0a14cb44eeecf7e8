import 'server-only';
import type { SearchedKind } from '@/domain/search/searched-kinds';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import { read } from '@/lib/db/read';
import { foldForSearch } from '@/lib/list/search';
import { mostRanked, type Sought } from './search-find-queries';

type Name = { id: string; name: string; field: string | null; kind: SearchedKind | null };

/** The most tags, options and records that a search is taken to mean. */
const mostNames = 20;

/**
 * The ids of the companies and contacts with a tag, and of the records with an option of a list, whose name has words of a search; the other words
 * have to be in the record's `search`. And of the records that refer to a contact or company whose name has all of them.
 */
export async function findWearing(
	userId: UserId,
	kinds: SearchedKind[],
	{ query, conditions }: Sought,
): Promise<{ kind: SearchedKind; ids: string[] }[]> {
	const words = [...query.words, ...query.phrases];
	if (words.length === 0 || kinds.length === 0) return [];
	const named = (name: Prisma.Sql) =>
		Prisma.join(
			words.map((word) => Prisma.sql`findable(${name}) LIKE holds(${word})`),
			' OR ',
		);
	// contacts and companies with all of the words in their names, where fields refer to such
	const isCalled = words.map(
		(word) => Prisma.sql`AND r.search LIKE holds(${word}) AND findable(r.name) LIKE holds(${word})`,
	);
	const referred = (noun: 'contact' | 'company') => {
		const referring = Prisma.sql`FROM field f WHERE f.user_id = ${userId}::uuid AND f.type = ${noun} AND f.archived_at IS NULL`;
		return Prisma.sql`SELECT p.id, p.name, f.id, f.kind FROM (
			SELECT r.id, r.name FROM ${Prisma.raw(noun)} r
			WHERE r.user_id = ${userId}::uuid AND EXISTS (SELECT ${referring}) ${Prisma.join(isCalled, ' ')} LIMIT ${mostNames}
		) p CROSS JOIN (SELECT f.id, f.kind ${referring}) f LIMIT ${mostNames}`;
	};
	const names = await read<Name[]>`
		(SELECT id, name, NULL::uuid AS field, NULL AS kind FROM tag
			WHERE user_id = ${userId}::uuid AND (${named(Prisma.sql`name`)}) LIMIT ${mostNames})
		UNION ALL
		(SELECT o.id, o.name, o.field_id, f.kind FROM field_option o JOIN field f ON f.user_id = o.user_id AND f.id = o.field_id
			WHERE o.user_id = ${userId}::uuid AND f.archived_at IS NULL AND (${named(Prisma.sql`o.name`)}) LIMIT ${mostNames})
		UNION ALL (${referred('contact')}) UNION ALL (${referred('company')})`;
	const parts = kinds.flatMap((kind) =>
		names.flatMap(({ id, name, field, kind: ofKind }) => {
			const isTag = field === null && (kind === 'company' || kind === 'contact');
			if (!isTag && ofKind !== kind) return [];
			const folded = foldForSearch(name);
			const others = words.filter((word) => !folded.includes(foldForSearch(word)));
			const held = others.map((word) => Prisma.sql`AND r.search LIKE holds(${word})`);
			const worn = isTag
				? Prisma.sql`SELECT ${Prisma.raw(`${kind}_id`)} FROM ${Prisma.raw(`${kind}_tag`)} WHERE user_id = ${userId}::uuid AND tag_id = ${id}::uuid`
				: Prisma.sql`SELECT record_id FROM field_value WHERE user_id = ${userId}::uuid AND field_id = ${field}::uuid AND ref = ${id}::uuid`;
			return [
				Prisma.sql`(SELECT ${kind} AS kind, r.id FROM ${Prisma.raw(kind)} r WHERE r.user_id = ${userId}::uuid AND r.id IN (${worn})
					${Prisma.join([Prisma.empty, ...held], ' ')} ${conditions[kind] ?? Prisma.empty} LIMIT ${Prisma.raw(String(mostRanked))})`,
			];
		}),
	);
	if (parts.length === 0) return [];
	const rows = await read<{ kind: SearchedKind; id: string }[]>`${Prisma.join(parts, ' UNION ')}`;
	return kinds.flatMap((kind) => {
		const ids = rows.filter((row) => row.kind === kind).map(({ id }) => id);
		return ids.length > 0 ? [{ kind, ids }] : [];
	});
}
