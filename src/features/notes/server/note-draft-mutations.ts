import 'server-only';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { refuseMissing } from '@/domain/records';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import type { noteDraft, noteDraftReference } from '../schema';

/** Under which id the draft is kept, or that it is gone and has to be sent with the notes that it began from. */
type Kept = { draft: string } | { gone: true };

/**
 * Keeps what stands in an editor. What it sent before comes too late where something newer is there; what another editor has
 * typed meanwhile is never overwritten: this one's is kept beside it.
 */
export async function keepNoteDraft(tx: Tx, userId: UserId, input: z.output<typeof noteDraft>): Promise<Kept> {
	const { draft, editor, seq, after, text } = input;
	const own = Prisma.sql`editor = ${editor}::uuid AND seq < ${seq}`;
	const taken = after && Prisma.sql`id = ${draft}::uuid AND editor = ${after.editor}::uuid AND seq = ${after.seq}`;
	const [kept] = await tx.$queryRaw<{ id: string }[]>`
		UPDATE note_draft SET editor = ${editor}::uuid, seq = ${seq}, text = ${text}, saved_at = now()
		WHERE user_id = ${userId}::uuid AND ${taken ? Prisma.sql`(${own} OR ${taken})` : own} RETURNING id::text`;
	if (kept) return { draft: kept.id };
	const present = await tx.noteDraft.findMany({ where: { userId, OR: [{ editor }, { id: draft }] } });
	const newer = present.find((each) => each.editor === editor);
	// one that the same editor has added at the same moment may be older
	if (newer && newer.seq >= seq) return { draft: newer.id };
	const was = input.was ?? present[0]?.was;
	return was === undefined ? { gone: true } : addNoteDraft(tx, userId, { ...input, was });
}

/** Keeps a draft of an editor that has none yet. */
async function addNoteDraft(
	tx: Tx,
	userId: UserId,
	{ noun, record, editor, seq, text, was }: z.output<typeof noteDraft>,
): Promise<Kept> {
	const [added] = await tx.$queryRaw<{ id: string }[]>`
		INSERT INTO note_draft (user_id, id, noun, record_id, editor, seq, text, was)
		SELECT ${userId}::uuid, ${uuidv7()}::uuid, ${noun}, ${record}::uuid, ${editor}::uuid, ${seq}, ${text}, ${was}
		WHERE EXISTS (SELECT FROM ${Prisma.raw(noun)} WHERE user_id = ${userId}::uuid AND id = ${record}::uuid)
		-- what the same editor has sent at the same moment
		ON CONFLICT (user_id, editor) DO UPDATE
		SET seq = greatest(note_draft.seq, excluded.seq),
			text = CASE WHEN note_draft.seq < excluded.seq THEN excluded.text ELSE note_draft.text END
		RETURNING id::text`;
	if (!added) return refuseMissing(noun);
	await forgetLost(tx, userId);
	return { draft: added.id };
}

/** Forgets old drafts that say nothing new, or are of records that were deleted and that nobody brings back any more. */
async function forgetLost(tx: Tx, userId: UserId): Promise<void> {
	await tx.$executeRaw`
		DELETE FROM note_draft n WHERE n.user_id = ${userId}::uuid AND n.saved_at < now() - interval '90 days' AND (
			n.text = n.was OR NOT EXISTS (
				SELECT 1 FROM company r WHERE r.user_id = n.user_id AND r.id = n.record_id
				UNION ALL SELECT 1 FROM contact r WHERE r.user_id = n.user_id AND r.id = n.record_id
				UNION ALL SELECT 1 FROM deal r WHERE r.user_id = n.user_id AND r.id = n.record_id
			)
		)`;
}

/** Throws a draft away, by its id or its editor's. */
export async function discardNoteDraft(
	tx: Tx,
	userId: UserId,
	{ draft }: z.output<typeof noteDraftReference>,
): Promise<void> {
	await tx.noteDraft.deleteMany({ where: { userId, OR: [{ id: draft }, { editor: draft }] } });
}
