import { v7 as uuidv7 } from 'uuid';
import { expect } from 'vitest';
import { undoChangeSet } from '@/features/history/server/history-mutations';
import type { UserId } from '@/lib/auth/session';
import { inChangeSet } from '@/lib/db/change-set';
import type { Tx } from '@/lib/db/db';
import { snapshot } from './snapshot';

/** Runs one action's work as the app does, in one transaction; returns its change set and its answer. */
export async function acted<Data>(work: (tx: Tx) => Promise<Data>, label = 'Test') {
	const changeSet = uuidv7();
	return { changeSet, data: await inChangeSet({ id: changeSet, label }, work) };
}

/** The same, for the answer. */
export const act = async <Data>(work: (tx: Tx) => Promise<Data>): Promise<Data> => (await acted(work)).data;

/** The same, for the change set's id. */
export const recorded = async (work: (tx: Tx) => Promise<unknown>, label?: string): Promise<string> =>
	(await acted(work, label)).changeSet;

/** Undoes a change set; returns the id of the one that this makes. */
export const undo = (userId: UserId, id: string) => recorded((tx) => undoChangeSet(tx, userId, { id }), 'Undo');

/** Runs an action, then takes it back and expects every row to be as before; returns what it left in between. */
export async function actAndUndo<Seen>(
	userId: UserId,
	work: (tx: Tx) => Promise<unknown>,
	look: () => Promise<Seen>,
): Promise<Seen> {
	const before = await snapshot(userId);
	const { changeSet } = await acted(work);
	const seen = await look();
	expect(await snapshot(userId)).not.toEqual(before);
	await acted((tx) => undoChangeSet(tx, userId, { id: changeSet }));
	expect(await snapshot(userId)).toEqual(before);
	return seen;
}
