import 'server-only';
import type { SearchedKind } from '@/domain/search/searched-kinds';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import { read, readPrepared } from '@/lib/db/read';

/** The kinds that are searched for typos: what activities say is too long to be looked through. */
export const almostKinds = ['company', 'contact', 'deal', 'follow_up'] as const satisfies SearchedKind[];
type AlmostKind = (typeof almostKinds)[number];

type FoundText = { kind: SearchedKind; id: string; search: string };

/** The latest records of these kinds, so many of each, with all that they are found by. */
export function findLatestTexts(userId: UserId, limit: number): Promise<FoundText[]> {
	const latest = almostKinds.map((kind) => {
		const order = kind === 'follow_up' ? Prisma.sql`r.id DESC` : Prisma.sql`r.created_at DESC, r.id DESC`;
		return Prisma.sql`(SELECT ${Prisma.raw(`'${kind}'`)} AS kind, r.id, r.search FROM ${Prisma.raw(kind)} r
			WHERE r.user_id = ${userId}::uuid ORDER BY ${order} LIMIT ${Prisma.raw(String(limit))})`;
	});
	return readPrepared`${Prisma.join(latest, ' UNION ALL ')}`;
}

/**
 * Records of some kinds that hold each word but for one of some, which they resemble by so much, from 0 to 1; with all that they are found
 * by, in no order, up to so many of each kind and word.
 */
export async function findAlmost(
	userId: UserId,
	kinds: AlmostKind[],
	{ words, mistyped, likeness, limit }: { words: string[]; mistyped: string[]; likeness: number; limit: number },
): Promise<FoundText[]> {
	if (kinds.length === 0 || mistyped.length === 0) return [];
	const near = mistyped.map((word) => {
		const others = words.filter((other) => other !== word);
		// swapped letters leave a short word none of its trigrams
		return Prisma.sql`
			SELECT kind, id, search FROM find_almost(${userId}::uuid, ${kinds}, ${word}, ${swaps(word)}, ${others}, ${likeness}::real, ${limit}::int)`;
	});
	return read`SELECT DISTINCT kind, id, search FROM (${Prisma.join(near, ' UNION ALL ')}) near`;
}

/** A word with each pair of adjacent letters at its beginning swapped. */
function swaps(word: string): string[] {
	const letters = [...word.normalize('NFC').slice(0, 12)];
	return letters.slice(1).map((letter, at) =>
		letters
			.with(at, letter)
			.with(at + 1, letters[at] ?? '')
			.join(''),
	);
}
