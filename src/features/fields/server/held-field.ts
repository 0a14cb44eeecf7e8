import 'server-only';
import { fieldsToChange } from '@/domain/field-definitions';
import type { UserId } from '@/lib/auth/session';
import type { Tx } from '@/lib/db/db';
import { Refusal } from '@/lib/errors/errors';

/**
 * A field that is about to be changed, with those of its kind; nobody else changes them, or writes values, until the end. `held` may
 * ask for less.
 */
export async function holdField(tx: Tx, userId: UserId, id: string, held = fieldsToChange) {
	const fields = await held(tx, userId);
	const field = fields.find((each) => each.id === id);
	if (!field) throw new Refusal('This field no longer exists. It may have been deleted in another window.');
	return { field, siblings: fields.filter(({ kind }) => kind === field.kind) };
}
