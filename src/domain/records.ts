import type { RecordNoun } from './named-record';
import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { Refusal } from '@/lib/errors/errors';
import { mergeMetadata } from './metadata';

/** Refuses because the record is gone, or was never the user's. */
export function refuseMissing(noun: string): never {
	throw new Refusal(`This ${noun} does not exist any more. It may have been deleted in another window.`);
}

/**
 * Refuses a "new" form that is sent a second time with other fields than those saved the first time: the first answer was
 * lost, and the form was changed since. Sending the same fields again is no failure. `isRestSame` says so of what is sent with them.
 */
export function refuseIfOther(saved: { name: string }, sent: object, isRestSame = true): void {
	const same = isRestSame && Object.entries(sent).every(([field, value]) => saved[field as 'name'] === value);
	if (!same) {
		throw new Refusal(
			`“${saved.name}” was saved by this form before, though its answer did not arrive. Open it in the list to change it.`,
		);
	}
}

/** Refuses a save that changed nothing: the record is gone, or another save came first. */
export async function refuseStale(tx: Tx, userId: UserId, noun: RecordNoun, id: string): Promise<never> {
	const [present] = await tx.$queryRaw<unknown[]>`
		SELECT id FROM ${Prisma.raw(noun)} WHERE user_id = ${userId}::uuid AND id = ${id}::uuid`;
	return refuseUnsaved(noun, present);
}

function refuseUnsaved(noun: RecordNoun, present: unknown): never {
	if (!present) refuseMissing(noun);
	throw new Refusal(
		`This ${noun} was changed somewhere else after you opened this form, so nothing was saved. What you typed is still here: open the ${noun} in another tab to compare, then reload this form and enter your changes again.`,
	);
}

/** Saves the custom fields of a record at `version`; returns its id and name. Refuses if another save came first. */
export async function saveMetadata(
	tx: Tx,
	userId: UserId,
	noun: RecordNoun,
	{ id, version, metadata }: { id: string; version: number; metadata: [key: string, value: string | null][] },
): Promise<{ id: string; name: string }> {
	const table = Prisma.raw(`"${noun}"`);
	const name = Prisma.raw(noun === 'activity' ? 'subject' : 'name');
	const theRow = Prisma.sql`user_id = ${userId}::uuid AND id = ${id}::uuid`;
	const [present] = await tx.$queryRaw<{ name: string; version: number; metadata: unknown }[]>`
		SELECT ${name} AS name, version, metadata FROM ${table} WHERE ${theRow} FOR UPDATE`;
	if (present?.version !== version) refuseUnsaved(noun, present);
	const merged = JSON.stringify(mergeMetadata(present.metadata, metadata));
	await tx.$executeRaw`UPDATE ${table} SET metadata = ${merged}::jsonb WHERE ${theRow}`;
	return { id, name: present.name };
}

/** Makes transactions of one account that must not run at the same time wait for each other. */
export async function lockAccount(tx: Tx, userId: UserId): Promise<void> {
	await tx.$executeRaw`SELECT FROM "user" WHERE id = ${userId}::uuid FOR NO KEY UPDATE`;
}
