import 'server-only';
import { customFields } from '@/domain/field-definitions';
import { readTyped } from '@/domain/fields/custom-value';
import { getSettings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import type { Tx } from '@/lib/db/db';
import { refuseField } from '@/lib/errors/errors';

/** Gives a field the value that new forms begin with, or none. Refuses what the field does not take. */
export async function writeDefault(tx: Tx, userId: UserId, id: string, text: string): Promise<void> {
	const field = (await customFields(userId, tx)).find((each) => each.id === id);
	if (!field) return;
	const read = await readTyped(tx, userId, field, { text, style: await getSettings(userId, tx) });
	if ('problem' in read) return refuseField({ defaultValue: read.problem });
	const value = read.value === undefined ? null : JSON.stringify(read.value);
	await tx.$executeRaw`
		UPDATE field SET default_value = ${value}::jsonb
		WHERE user_id = ${userId}::uuid AND id = ${id}::uuid AND default_value IS DISTINCT FROM ${value}::jsonb`;
}
