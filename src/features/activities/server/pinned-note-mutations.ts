import 'server-only';
import type { z } from 'zod';
import { refuseMissing } from '@/domain/records';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import type { pinnedNote } from '../schema';

/** Pins a note to the top of a record's timeline, in place of one that was there. Returns its subject. */
export async function pinNote(tx: Tx, userId: UserId, { id, noun, recordId }: z.output<typeof pinnedNote>) {
	const record = Prisma.raw(noun);
	const isTheirs =
		noun === 'contact'
			? Prisma.sql`EXISTS (
				SELECT FROM activity_person t WHERE t.user_id = a.user_id AND t.activity_id = a.id AND t.contact_id = ${recordId}::uuid)`
			: Prisma.sql`a.${Prisma.raw(`${noun}_id`)} = ${recordId}::uuid`;
	// the record first, as whatever deletes both takes them in this order
	const [pinned] = await tx.$queryRaw<unknown[]>`
		SELECT id FROM ${record} WHERE user_id = ${userId}::uuid AND id = ${recordId}::uuid FOR NO KEY UPDATE`;
	if (!pinned) return refuseMissing(noun);
	const [note] = await tx.$queryRaw<{ subject: string }[]>`
		SELECT a.subject FROM activity a
		WHERE a.user_id = ${userId}::uuid AND a.id = ${id}::uuid AND a.type = 'note' AND ${isTheirs} FOR KEY SHARE`;
	if (!note) return refuseMissing('activity');
	await tx.$executeRaw`
		UPDATE ${record} SET pinned_note_id = ${id}::uuid WHERE user_id = ${userId}::uuid AND id = ${recordId}::uuid`;
	return { subject: note.subject };
}

/** Takes a note from the top of a record's timeline; one that is not there stays as it is. Returns its subject. */
export async function unpinNote(tx: Tx, userId: UserId, { id, noun, recordId }: z.output<typeof pinnedNote>) {
	await tx.$executeRaw`
		UPDATE ${Prisma.raw(noun)} SET pinned_note_id = NULL
		WHERE user_id = ${userId}::uuid AND id = ${recordId}::uuid AND pinned_note_id = ${id}::uuid`;
	const note = await tx.activity.findUnique({ where: { userId_id: { userId, id } }, select: { subject: true } });
	return note ?? refuseMissing('activity');
}
