import 'server-only';
import type { UserId } from '@/lib/auth/session';
import type { Tx } from '@/lib/db/db';
import { lockAccount } from './records';

/** A record that stays, and why: it was changed since, or a record that was not created with it belongs to it. */
export type KeptRow = { entity: string; id: string; name: string; why: 'changed' | 'linked' };

/** How many rows of each table an undo has removed and restored, and the records that stay. */
export type KeptUndo = { removed: Record<string, number>; restored: Record<string, number>; kept: KeptRow[] };

type Outcome = {
	outcome: 'removed' | 'restored' | KeptRow['why'];
	entity: string;
	id: string;
	name: string;
	count: number;
};

/**
 * Undoes change sets but for what was changed since, which stays as it is with all that it belongs to: of imports and sample data, nobody
 * remembers every record on which they have worked since.
 */
export async function undoKeeping(tx: Tx, userId: UserId, sets: string[]): Promise<KeptUndo> {
	await lockAccount(tx, userId);
	// an undo of several is none of one, which could be redone
	if (sets.length === 1) await tx.$executeRaw`SELECT set_config('app.change_undoes', ${sets[0]}, true)`;
	const rows = await tx.$queryRaw<Outcome[]>`
		SELECT outcome, entity, record_id AS id, name, count::int FROM undo_change_sets(${userId}::uuid, ${sets}::uuid[], true)`;
	const counts = (of: Outcome['outcome']) =>
		Object.fromEntries(rows.flatMap(({ outcome, entity, count }) => (outcome === of ? [[entity, count]] : [])));
	return {
		removed: counts('removed'),
		restored: counts('restored'),
		kept: rows.flatMap(({ outcome, entity, id, name }) =>
			outcome === 'changed' || outcome === 'linked' ? [{ entity, id, name, why: outcome }] : [],
		),
	};
}
