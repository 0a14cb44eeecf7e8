import 'server-only';
import type { z } from 'zod';
import { clearPositions } from '@/domain/deal-positions';
import { getSettings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import { type DateSettings, formatDay, formatMoment } from '@/lib/dates/dates';
import type { Tx } from '@/lib/db/db';
import { Refusal } from '@/lib/errors/errors';
import { databaseFault } from '@/lib/operations/database-fault';
import { nounOf } from '../history-labels';
import type { changeSetReference } from '../schema';
import { isErased } from './erased-sql';
import { findUndone } from './history-set-queries';

type Obstacle = {
	outcome: 'changed' | 'deleted' | 'returned' | 'first' | 'hanging';
	entity: string;
	name: string | null;
	at: Date | null;
};

/**
 * Takes one change set back, row for row, as a change set of its own; returns the label of what was undone, and the ids of the
 * records that are gone with it. Refuses, by name, where a row is no longer as the set left it.
 */
export async function undoChangeSet(tx: Tx, userId: UserId, { id }: z.output<typeof changeSetReference>) {
	// locked, as two undos of one set, each looking before the other has ended, would both find nothing in their way
	const [set] = await tx.$queryRaw<{ label: string; isErased: boolean }[]>`
		SELECT s.label, ${isErased('s')} AS "isErased" FROM change_set s
		WHERE s.user_id = ${userId}::uuid AND s.id = ${id}::uuid FOR NO KEY UPDATE`;
	if (!set) throw new Refusal('There is nothing to undo: this change is not known any more.');
	if (set.isErased) throw new Refusal('Can’t undo this because it was erased for good. Nothing was changed.');
	await tx.$executeRaw`SELECT set_config('app.change_undoes', ${id}, true)`;
	await clearPositions(tx, userId, id);
	const obstacles = await replayBackwards(tx, userId, id);
	if (obstacles.length > 0) {
		const settings = await getSettings(userId, tx);
		// by another tab, or by a message that was still there
		const undoneAt = (await findUndone(userId, [id]))[id];
		if (undoneAt)
			throw new Refusal(`This was already undone, on ${formatMoment(undoneAt, settings)}. Nothing was changed.`);
		throw new Refusal(`Can’t undo this: ${describe(obstacles, settings)}. Nothing was changed.`);
	}
	return { label: set.label, gone: await findMade(tx, userId, id) };
}

async function replayBackwards(tx: Tx, userId: UserId, id: string): Promise<Obstacle[]> {
	try {
		return await tx.$queryRaw<Obstacle[]>`
			SELECT outcome, entity, name, at FROM undo_change_sets(${userId}::uuid, ARRAY[${id}::uuid], false)`;
	} catch (error) {
		// a foreign key, a unique name, a default view or a cycle of "Reports to": something that the restored rows belong to is gone,
		// or their place is taken
		if (['23503', '23505', '23514', '23P01'].includes(databaseFault(error)?.sqlState ?? '')) {
			throw new Refusal('Can’t undo this because a related record was deleted or replaced later. Nothing was changed.');
		}
		throw error;
	}
}

/** How many deleted records are named. A user who created more at once is on no page of one of them. */
const maxNamedRows = 100;

/** The records with a page that a change set made. */
async function findMade(tx: Tx, userId: UserId, id: string): Promise<string[]> {
	const made = await tx.$queryRaw<{ id: string }[]>`
		SELECT DISTINCT record_id AS id FROM change_log
		WHERE user_id = ${userId}::uuid AND change_set_id = ${id}::uuid AND before IS NULL
			AND entity IN ('company', 'contact', 'deal', 'activity')
		LIMIT ${maxNamedRows}`;
	return made.map((record) => record.id);
}

function describe(obstacles: Obstacle[], settings: DateSettings): string {
	const reasons = [...new Set(obstacles.map((each) => reasonOf(each, settings)))];
	const others = reasons.length > 3 ? [`${reasons.length - 3} more`] : [];
	return new Intl.ListFormat('en-US').format([...reasons.slice(0, 3), ...others]);
}

function reasonOf({ outcome, entity, name, at }: Obstacle, settings: DateSettings): string {
	const named = name === null ? `the ${nounOf(entity)[0]}` : `“${name}”`;
	switch (outcome) {
		case 'changed':
			return at ? `${named} was edited later, on ${formatDay(at, settings)}` : `${named} was edited later`;
		case 'deleted':
			return `${named} was deleted later`;
		case 'returned':
			return `${named} exists again`;
		case 'first':
			return 'an account always has settings';
		case 'hanging':
			return `${named} depends on it`;
	}
}
