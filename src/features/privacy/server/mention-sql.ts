import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import { type Mention, type MentionKind, mentionColumns } from '../mention';
import type { Patterns } from '../term-patterns';
import type { Asks } from './known-as';

/** The texts of other records that some patterns match. The records themselves, and what is erased with them, are not among them. */
export type Looked = { patterns: Patterns; noun: 'contact' | 'company'; ids: string[] };

const kinds = Object.keys(mentionColumns) as MentionKind[];

/** How much of a text is shown around the first place. */
const around = { before: 60, length: 200 };

/** The first of the texts that name somebody, with their words, and how many there are. */
export async function readMentions(
	tx: Asks,
	userId: UserId,
	looked: Looked,
	most: number,
): Promise<{ mentions: Mention[]; count: number }> {
	if (looked.patterns.exact.length === 0) return { mentions: [], count: 0 };
	const rows = await tx.$queryRaw<
		{
			kind: MentionKind;
			id: string;
			column: string;
			name: string;
			at: number;
			part: string;
			length: number;
			count: number;
		}[]
	>`
		WITH found AS MATERIALIZED (${mentionsSql(userId, looked)}), first AS (
			SELECT *, count(*) OVER ()::int AS count FROM found ORDER BY kind, name, id, col LIMIT ${most}::bigint
		)
		SELECT kind, id, col AS column, name, at, substr(value, greatest(1, at - ${around.before}::int), ${around.length}::int) AS part,
			length(value) AS length, count
		FROM first CROSS JOIN LATERAL (
			SELECT coalesce(min(nullif(regexp_instr(value, p), 0)), 1) AS at FROM unnest(${looked.patterns.exact}::text[]) AS p
		) place ORDER BY kind, name, id, col`;
	const mentions = rows.map(({ kind, id, column, name, at, part, length }): Mention => {
		const start = Math.max(1, at - around.before);
		return { kind, id, column, name, excerpt: part, cut: [start > 1, start - 1 + part.length < length] };
	});
	return { mentions, count: rows[0]?.count ?? 0 };
}

/** Rows (kind, id, col, name, value) for the texts that name somebody. */
export function mentionsSql(userId: UserId, { patterns, noun, ids }: Looked): Prisma.Sql {
	const each = kinds.map((kind) => {
		const texts = mentionColumns[kind].map((column) =>
			column === 'metadata'
				? Prisma.sql`('metadata', CASE WHEN t.metadata::text ~ ANY (${patterns.loose}::text[])
					AND erased_value(t.metadata, ${patterns.exact}::text[], '') <> t.metadata THEN search_values(t.metadata) END, false)`
				: Prisma.raw(`('${column}', t.${column}, true)`),
		);
		const name = Prisma.raw({ activity: 'subject', follow_up: 'title' }[kind as string] ?? 'name');
		return Prisma.sql`
			SELECT ${kind} AS kind, t.id, v.col, t.${name} AS name, v.value
			FROM ${Prisma.raw(kind)} t CROSS JOIN LATERAL (VALUES ${Prisma.join(texts)}) AS v (col, value, looked)
			WHERE t.user_id = ${userId}::uuid AND v.value IS NOT NULL AND (NOT v.looked OR v.value ~ ANY (${patterns.loose}::text[]) AND v.value ~ ANY (${patterns.exact}::text[]))
				AND NOT ${isErased(kind, noun, ids)}`;
	});
	return Prisma.join(each, ' UNION ALL ');
}

/** Whether a row is one of the records, or goes with one of these companies. */
function isErased(kind: MentionKind, noun: Looked['noun'], ids: string[]): Prisma.Sql {
	const own = Prisma.sql`t.id = ANY (${ids}::uuid[])`;
	if (noun === 'contact' || kind === 'company') return own;
	return Prisma.sql`(${own} OR coalesce(t.company_id = ANY (${ids}::uuid[]), false))`;
}
