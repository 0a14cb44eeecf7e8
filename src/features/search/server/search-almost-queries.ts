import 'server-only';
import type { SearchedKind } from '@/domain/search/searched-kinds';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import { read } from '@/lib/db/read';

/**
 * Companies, contacts, deals and follow-ups that hold each word but for one of some, which they resemble by so much, from 0 to 1; with
 * all that they are found by, in no order, up to so many of each kind and word. What activities say is too long to be looked
 * through.
 */
export async function findAlmost(
	userId: UserId,
	{ words, mistyped, likeness, limit }: { words: string[]; mistyped: string[]; likeness: number; limit: number },
): Promise<{ kind: SearchedKind; id: string; search: string }[]> {
	const near = mistyped.map((word) => {
		const others = words.filter((other) => other !== word);
		// swapped letters leave a short word none of its trigrams
		return Prisma.sql`
			SELECT kind, id, search FROM find_almost(${userId}::uuid, ${word}, ${swaps(word)}, ${others}, ${likeness}::real, ${limit}::int)`;
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
