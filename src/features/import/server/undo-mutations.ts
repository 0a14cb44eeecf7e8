import 'server-only';
import type { z } from 'zod';
import { refuseMissing } from '@/domain/records';
import { undoKeeping } from '@/domain/undo-keeping';
import type { UserId } from '@/lib/auth/session';
import type { Tx } from '@/lib/db/db';
import { Refusal } from '@/lib/errors/errors';
import type { ImportReport } from '../import-outcome';
import type { importReference } from '../import-settings';
import { asTheyStand } from './standing-queries';

/** How many of the kept records are named. */
const namedKept = 100;
/** The records that an import fills in or overwrites. */
const records = ['company', 'contact', 'deal'];

/**
 * Undoes an import: removes what it made and gives back what it filled in or overwrote, but for what was changed since,
 * which stays as it is and is named.
 */
export async function undoImport(tx: Tx, userId: UserId, { id }: z.output<typeof importReference>) {
	// of two simultaneous requests, the second sees what the first has done
	await tx.$executeRaw`SELECT FROM data_import WHERE user_id = ${userId}::uuid AND id = ${id}::uuid FOR UPDATE`;
	const found = await tx.dataImport.findUnique({ where: { userId_id: { userId, id } } });
	if (!found) return refuseMissing('import');
	const [{ status } = found] = await asTheyStand(userId, [found]);
	if (status !== 'done' || !found.changeSetId) throw new Refusal('This import has already been undone.');
	const set = await tx.changeSet.findUnique({ where: { userId_id: { userId, id: found.changeSetId } } });
	if (!set)
		throw new Refusal(
			'This import can’t be undone any more: it is older than the history that is kept. Nothing was changed.',
		);
	const { removed, restored, kept } = await undoKeeping(tx, userId, [found.changeSetId]);
	const undone = {
		removed,
		restored: records.reduce((sum, entity) => sum + (restored[entity] ?? 0), 0),
		kept: kept.slice(0, namedKept).map(({ name, why }) => ({ name, why })),
		keptCount: kept.length,
	};
	const report = { ...(found.report as ImportReport), undone };
	await tx.dataImport.update({ where: { userId_id: { userId, id } }, data: { status: 'undone', report } });
	return undone;
}
