import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { instead, type MentionKind, mentionColumns } from '../mention';
import type { Patterns } from '../term-patterns';
import { type Looked, mentionsSql } from './mention-sql';

/** The texts to blank: all that name somebody, or those with these tables, ids and columns. */
export type Chosen = 'all' | [kind: MentionKind, id: string, column: string][];

/** Replaces in the chosen texts of other records what names somebody; returns how many texts that were. */
export async function blankTexts(tx: Tx, userId: UserId, looked: Looked, chosen: Chosen): Promise<number> {
	if (chosen.length === 0 || looked.patterns.exact.length === 0) return 0;
	const isChosen =
		chosen === 'all'
			? Prisma.empty
			: Prisma.sql`WHERE (m.kind, m.id, m.col) IN (SELECT * FROM unnest(
				${chosen.map(([kind]) => kind)}::text[], ${chosen.map(([, id]) => id)}::uuid[], ${chosen.map(([, , column]) => column)}::text[]))`;
	await tx.$executeRaw`
		INSERT INTO pg_temp.blanked_text
		SELECT m.kind, m.id, array_agg(m.col) FROM (${mentionsSql(userId, looked)}) m ${isChosen} GROUP BY m.kind, m.id`;
	for (const [kind, columns] of Object.entries(mentionColumns)) {
		const blanked = columns.map((column) => {
			const blank = column === 'metadata' ? 'erased_value' : 'erased_text';
			return Prisma.sql`${Prisma.raw(column)} = CASE WHEN ${column} = ANY (b.columns)
				THEN ${Prisma.raw(`${blank}(t.${column}`)}, ${looked.patterns.exact}::text[], ${instead}) ELSE ${Prisma.raw(`t.${column}`)} END`;
		});
		await tx.$executeRaw`
			UPDATE ${Prisma.raw(kind)} t SET ${Prisma.join(blanked)}
			FROM pg_temp.blanked_text b WHERE b.kind = ${kind} AND t.user_id = ${userId}::uuid AND t.id = b.id`;
	}
	const [{ count }] = await tx.$queryRaw<[{ count: number }]>`
		SELECT coalesce(sum(cardinality(columns)), 0)::int AS count FROM pg_temp.blanked_text`;
	return count;
}

/** Replaces in what was typed and not saved what names nobody but them. */
export async function blankDrafts(tx: Tx, userId: UserId, own: Patterns): Promise<void> {
	await tx.$executeRaw`
		UPDATE note_draft d SET text = erased_text(d.text, ${own.exact}::text[], ${instead}), was = erased_text(d.was, ${own.exact}::text[], ${instead})
		WHERE d.user_id = ${userId}::uuid AND (d.text ~ ANY (${own.exact}::text[]) OR d.was ~ ANY (${own.exact}::text[]))`;
}
