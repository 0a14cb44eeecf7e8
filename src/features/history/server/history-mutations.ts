import 'server-only';
import type { z } from 'zod';
import { clearPositions } from '@/domain/deal-positions';
import type { UserId } from '@/lib/auth/session';
import type { Tx } from '@/lib/db/db';
import { Refusal } from '@/lib/errors/errors';
import { databaseFault } from '@/lib/operations/database-fault';
import { nounOf } from '../history-labels';
import type { changeSetReference } from '../schema';

type Obstacle = { entity: string; logged: Record<string, unknown> };

/**
 * Takes one change set back, row for row, as a change set of its own; returns the label of what was undone, and the ids of the
 * records that are gone with it. Refuses, by name, where a row is no longer as the set left it.
 */
export async function undoChangeSet(tx: Tx, userId: UserId, { id }: z.output<typeof changeSetReference>) {
	// locked, as two undos of one set, each looking before the other has ended, would both find nothing in their way
	const [set] = await tx.$queryRaw<{ label: string }[]>`
		SELECT label FROM change_set WHERE user_id = ${userId}::uuid AND id = ${id}::uuid FOR NO KEY UPDATE`;
	if (!set) throw new Refusal('There is nothing to undo: this change is not known any more.');
	await tx.$executeRaw`SELECT set_config('app.change_undoes', ${id}, true)`;
	await clearPositions(tx, userId, id);
	const obstacles = await replayBackwards(tx, userId, id);
	if (obstacles.length > 0)
		throw new Refusal(
			`This cannot be undone any more, because ${describe(obstacles)} changed since. Nothing was touched.`,
		);
	return { label: set.label, gone: await findMade(tx, userId, id) };
}

async function replayBackwards(tx: Tx, userId: UserId, id: string): Promise<Obstacle[]> {
	try {
		return await tx.$queryRaw<Obstacle[]>`SELECT entity, logged FROM undo_change_set(${userId}::uuid, ${id}::uuid)`;
	} catch (error) {
		// a foreign key, a unique name, a default view or a cycle of "Reports to": something that the restored rows belong to is gone,
		// or their place is taken
		if (['23503', '23505', '23514', '23P01'].includes(databaseFault(error)?.sqlState ?? '')) {
			throw new Refusal(
				'This cannot be undone any more: what it belonged to has been deleted, or its place has been taken since. Nothing was touched.',
			);
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

function describe(obstacles: Obstacle[]): string {
	const names = [...new Set(obstacles.map(nameOf))];
	const others = names.length > 3 ? [`${names.length - 3} more`] : [];
	return new Intl.ListFormat('en-GB').format([...names.slice(0, 3), ...others]);
}

function nameOf({ entity, logged }: Obstacle): string {
	const name = logged.name ?? logged.subject ?? logged.title;
	return typeof name === 'string' ? `“${name}”` : `the ${nounOf(entity)[0]}`;
}
