import 'server-only';
import { undoKeeping } from '@/domain/undo-keeping';
import type { UserId } from '@/lib/auth/session';
import type { Tx } from '@/lib/db/db';
import { Refusal } from '@/lib/errors/errors';
import { sampleDataLabel } from '../schema';

export type { KeptRow as KeptSample } from '@/domain/undo-keeping';

/**
 * Deletes what loading the sample data made and nobody has touched since; returns how many records of each kind went and,
 * by name, what stays.
 */
export async function removeSampleData(tx: Tx, userId: UserId) {
	const sets = await tx.changeSet.findMany({ where: { userId, label: sampleDataLabel }, select: { id: true } });
	const ids = sets.map(({ id }) => id);
	const { removed, kept } = await undoKeeping(tx, userId, ids);
	if (Object.keys(removed).length === 0 && kept.length === 0) throw new Refusal('There is no sample data to remove.');
	return { removed, kept };
}
