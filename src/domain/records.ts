import type { RecordNoun } from './named-record';
import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { Refusal } from '@/lib/errors/errors';

/** Refuses because the record is gone, or was never the user's. */
export function refuseMissing(noun: string): never {
	throw new Refusal(`This ${noun} no longer exists. It may have been deleted in another window.`);
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

/** Refuses a save because of what is there instead: nothing, or another version. */
export function refuseUnsaved(noun: RecordNoun, present: unknown): never {
	if (!present) refuseMissing(noun);
	throw new Refusal(
		`This ${noun} was changed somewhere else after you opened this form, so nothing was saved. What you typed is still here: open the ${noun} in another tab to compare, then reload this form and enter your changes again.`,
	);
}

/** Makes transactions of one account that must not run at the same time wait for each other. */
export async function lockAccount(tx: Tx, userId: UserId): Promise<void> {
	await tx.$executeRaw`SELECT FROM "user" WHERE id = ${userId}::uuid FOR NO KEY UPDATE`;
}
