import 'server-only';
import { findUndone } from '@/features/history/server/history-set-queries';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';

type Known = { status: string; changeSetId: string | null };

/** Imports as they stand by now: the history can undo what one has made, and can redo it, without knowing of the import. */
export async function asTheyStand<Row extends Known>(userId: UserId, rows: Row[]): Promise<Row[]> {
	const sets = rows.flatMap(({ changeSetId }) => changeSetId ?? []);
	if (sets.length === 0) return rows;
	const [undone, undos] = await Promise.all([
		findUndone(userId, sets),
		db.changeSet.findMany({ where: { userId, undoes: { in: sets } }, select: { undoes: true } }),
	]);
	// an undo that found nothing to do has left none
	const known = new Set(undos.map(({ undoes }) => undoes));
	return rows.map((row) =>
		row.changeSetId && known.has(row.changeSetId)
			? { ...row, status: undone[row.changeSetId] ? 'undone' : 'done' }
			: row,
	);
}
