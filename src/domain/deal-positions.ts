import 'server-only';
import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { Refusal } from '@/lib/errors/errors';

// Where deals stand in the columns of their board. Positions are fractional indices (text, compared byte by byte): between
// any two there is another, so that a move writes one row. docs/decisions/0013-the-board.md says how they stay short.

/** A position longer than this makes its column be renumbered. */
const maxPositionLength = 100;

/** Lets no other transaction choose positions in these columns until this one ends. Always taken in one order. */
export async function lockColumns(tx: Tx, userId: UserId, stages: string[]) {
	for (const stage of [...new Set(stages)].sort())
		await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`deals ${userId} ${stage}`}, 0))`;
}

/** The cards above and below a dropped card; null at the edge of the column. */
export type Neighbours = { above: string | null; below: string | null };

/** A deal that a form brings into a column goes to the top. */
export const topOfColumn: Neighbours = { above: null, below: null };

/**
 * A free position in a locked column: below `above`, otherwise above `below`, otherwise on top. Returns `present` if the card
 * is there already. Cards that the user didn't see may be between the two. Refuses if a named neighbor is gone.
 */
export async function findPosition(
	tx: Tx,
	userId: UserId,
	stage: string,
	{ above, below }: Neighbours,
	moved: { id: string; present: string | null },
): Promise<string> {
	const bounds = await findBounds(tx, userId, stage, { above, below }, moved.id);
	const { present } = moved;
	if (present !== null && (bounds.above ?? '') < present && (bounds.below === null || present < bounds.below))
		return present;
	const key = keyBetween(bounds);
	if (key !== null && key.length <= maxPositionLength) return key;
	await renumber(tx, userId, stage);
	return generateKeyBetween(...asPair(await findBounds(tx, userId, stage, { above, below }, moved.id)));
}

/** The positions of the named neighbors, and the two adjacent positions between which the card goes. */
type Bounds = { above: string | null; below: string | null; low: string | null; high: string | null };

const asPair = ({ low, high }: Pick<Bounds, 'low' | 'high'>) => [low, high] as const;

async function findBounds(
	tx: Tx,
	userId: UserId,
	stage: string,
	{ above, below }: Neighbours,
	moved: string,
): Promise<Bounds> {
	const column = Prisma.sql`d.user_id = ${userId}::uuid AND d.stage = ${stage}::deal_stage AND d.id <> ${moved}::uuid`;
	const [found] = await tx.$queryRaw<[{ above: string | null; below: string | null }]>`
		SELECT (SELECT position FROM deal d WHERE ${column} AND d.id = ${above}::uuid) AS above,
			(SELECT position FROM deal d WHERE ${column} AND d.id = ${below}::uuid) AS below`;
	if ((above && found.above === null) || (below && found.below === null)) {
		throw new Refusal(
			'Nothing was moved: the card that it was dropped beside has been moved or deleted in the meantime. The board shows how things stand now.',
		);
	}
	const next = async (after: string) => {
		const [row] = await tx.$queryRaw<[{ position: string | null }]>`
			SELECT min(position) AS position FROM deal d WHERE ${column} AND d.position > ${after}`;
		return row.position;
	};
	if (found.above !== null) return { ...found, low: found.above, high: await next(found.above) };
	if (found.below === null) return { ...found, low: null, high: await next('') };
	const [row] = await tx.$queryRaw<[{ position: string | null }]>`
		SELECT max(position) AS position FROM deal d WHERE ${column} AND d.position < ${found.below}`;
	return { ...found, low: row.position, high: found.below };
}

/** A position between two others; null if these are no fractional indices, as in rows that something else has written. */
function keyBetween(bounds: Pick<Bounds, 'low' | 'high'>): string | null {
	try {
		return generateKeyBetween(...asPair(bounds));
	} catch {
		return null;
	}
}

/** Gives every deal of a locked column a short position, in the present order. */
async function renumber(tx: Tx, userId: UserId, stage: string) {
	const rows = await tx.$queryRaw<{ id: string }[]>`
		SELECT id FROM deal WHERE user_id = ${userId}::uuid AND stage = ${stage}::deal_stage ORDER BY position, id`;
	await tx.$executeRaw`SET CONSTRAINTS deal_user_id_stage_position_key DEFERRED`;
	// the stage is checked again, because a card can leave this column without holding its lock
	await tx.$executeRaw`
		UPDATE deal d SET position = fresh.position
		FROM unnest(${rows.map(({ id }) => id)}::uuid[], ${generateNKeysBetween(null, null, rows.length)}::text[]) AS fresh (id, position)
		WHERE d.user_id = ${userId}::uuid AND d.id = fresh.id AND d.stage = ${stage}::deal_stage`;
	await tx.$executeRaw`SET CONSTRAINTS deal_user_id_stage_position_key IMMEDIATE`;
}

/**
 * Makes room before a change set is undone: moves the deals that have since taken a position to which the undo returns
 * another deal.
 */
export async function clearPositions(tx: Tx, userId: UserId, changeSet: string) {
	const { leaving, back } = await findReturns(tx, userId, changeSet);
	const column = (name: 'stage' | 'position') => back.map((place) => place[name]);
	// before reading, so that no other transaction takes one of these positions in between
	await lockColumns(tx, userId, column('stage'));
	const taken = await tx.$queryRaw<(ColumnPlace & { id: string })[]>`
		SELECT d.id, d.stage, d.position
		FROM unnest(${column('stage')}::deal_stage[], ${column('position')}::text[]) AS back (stage, position)
		JOIN deal d ON d.user_id = ${userId}::uuid AND d.stage = back.stage AND d.position = back.position
		WHERE d.id <> ALL (${leaving}::uuid[])`;
	for (const { id, stage, position } of taken) {
		const { high } = await findBounds(tx, userId, stage, { above: id, below: null }, NOBODY);
		// the new position must not be one to which another deal returns
		const later = back.filter((place) => place.stage === stage && place.position > position);
		const [next = null] = [high, ...later.map((place) => place.position)].filter((bound) => bound !== null).sort();
		const aside = keyBetween({ low: position, high: next });
		if (aside !== null)
			await tx.$executeRaw`UPDATE deal SET position = ${aside} WHERE user_id = ${userId}::uuid AND id = ${id}::uuid`;
	}
}

type ColumnPlace = { stage: string; position: string };

/** The deals that an undo moves, and the positions to which it returns them. */
async function findReturns(
	tx: Tx,
	userId: UserId,
	changeSet: string,
): Promise<{ leaving: string[]; back: ColumnPlace[] }> {
	const rows = await tx.$queryRaw<{ id: string; stage: string | null; position: string | null }[]>`
		WITH net AS (
			SELECT l.record_id, CASE WHEN (array_agg(l.before ORDER BY l.id))[1] IS NOT NULL
					THEN merged(array_agg(l.before ORDER BY l.id DESC) FILTER (WHERE l.before IS NOT NULL)) END AS before,
				CASE WHEN (array_agg(l.after ORDER BY l.id DESC))[1] IS NOT NULL
					THEN merged(array_agg(l.after ORDER BY l.id) FILTER (WHERE l.after IS NOT NULL)) END AS after
			FROM change_log l
			WHERE l.user_id = ${userId}::uuid AND l.change_set_id = ${changeSet}::uuid AND l.entity = 'deal'
			GROUP BY l.record_id
		)
		SELECT n.record_id AS id, n.before ->> 'stage' AS stage, n.before ->> 'position' AS position FROM net n
		WHERE (n.before -> 'stage', n.before -> 'position') IS DISTINCT FROM (n.after -> 'stage', n.after -> 'position')`;
	return {
		leaving: rows.map(({ id }) => id),
		back: rows.flatMap(({ stage, position }) => (stage !== null && position !== null ? [{ stage, position }] : [])),
	};
}

const NOBODY = '00000000-0000-0000-0000-000000000000';
