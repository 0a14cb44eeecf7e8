import 'server-only';
import type { z } from 'zod';
import { refuseMissing } from '@/domain/records';
import type { UserId } from '@/lib/auth/session';
import type { Tx } from '@/lib/db/db';
import type { noteChange } from '../schema';
import { textColumns } from './text-columns';

/** The record's name where the notes are saved, or what the notes are by now where somebody else has changed them. */
type SavedNotes = { name: string; isChanged: boolean } | { present: string };

/** Saves notes that are still as they were when the editing began, and ends their drafts. The same twice changes nothing. */
export async function saveNotes(
	tx: Tx,
	userId: UserId,
	{ noun, id, notes, was, drafts }: z.output<typeof noteChange>,
): Promise<SavedNotes> {
	const { table } = textColumns[`${noun}.notes`];
	const [found] = await tx.$queryRaw<{ name: string; notes: string | null }[]>`
		SELECT name, notes FROM ${table} WHERE user_id = ${userId}::uuid AND id = ${id}::uuid FOR UPDATE`;
	if (!found) return refuseMissing(noun);
	const isChanged = notes !== found.notes;
	if (isChanged) {
		const present = found.notes ?? '';
		if (present !== was) return { present };
		await tx.$executeRaw`UPDATE ${table} SET notes = ${notes} WHERE user_id = ${userId}::uuid AND id = ${id}::uuid`;
	}
	await tx.noteDraft.deleteMany({
		where: { userId, recordId: id, OR: [{ id: { in: drafts } }, { editor: { in: drafts } }] },
	});
	return { name: found.name, isChanged };
}
