import 'server-only';
import type { z } from 'zod';
import { customRule } from '@/domain/fields/custom-rule';
import { type FieldAnswer, lockRecord, saveField } from '@/domain/fields/save-field';
import { refuseMissing } from '@/domain/records';
import { getSettings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import type { Tx } from '@/lib/db/db';
import type { activityFieldChange } from '../schema';

type Row = { id: string; name: string; metadata: unknown };

/** Saves one of an activity's custom fields, unless another value came in between. */
export async function changeActivityField(
	tx: Tx,
	userId: UserId,
	{ id, was, change, more }: z.output<typeof activityFieldChange>,
): Promise<FieldAnswer> {
	const { rule, value } = await customRule<Row>(tx, userId, 'activity', change, await getSettings(userId, tx));
	await lockRecord(tx, userId, 'activity', id);
	const [row] = await tx.$queryRaw<Row[]>`
		SELECT id, subject AS name, metadata FROM activity WHERE user_id = ${userId}::uuid AND id = ${id}::uuid`;
	return saveField(tx, userId, row ?? refuseMissing('activity'), { was, value, rule, more });
}
