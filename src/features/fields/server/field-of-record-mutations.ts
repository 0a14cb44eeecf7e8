import 'server-only';
import { writeValue } from '@/domain/fields/custom-rule';
import { fieldToWrite, readTyped } from '@/domain/fields/custom-value';
import { lockRecord } from '@/domain/fields/save-field';
import { refuseMissing } from '@/domain/records';
import { getSettings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { refuseField } from '@/lib/errors/errors';
import type { FieldSent, newFieldOfRecord } from '../schema';
import { createField } from './field-mutations';

/** Defines a field and gives one record a value of it; returns the field's id and name. The same id a second time changes nothing. */
export async function createFieldOfRecord(
	tx: Tx,
	userId: UserId,
	{ recordId, value: text, ...input }: FieldSent<typeof newFieldOfRecord>,
) {
	const { id, kind } = input;
	const made = await createField(tx, userId, input);
	const field = await fieldToWrite(tx, userId, { kind, id });
	const read = await readTyped(tx, userId, field, { text, style: await getSettings(userId, tx) });
	if ('problem' in read) return refuseField({ value: read.problem });
	await lockRecord(tx, userId, kind, recordId);
	const [row] = await tx.$queryRaw<{ id: string; metadata: unknown }[]>`
		SELECT id, metadata FROM ${Prisma.raw(kind)} WHERE user_id = ${userId}::uuid AND id = ${recordId}::uuid`;
	if (!row) refuseMissing(kind);
	else if (read.value !== undefined) await writeValue(tx, userId, { kind, row, key: id }, read.value);
	return made;
}
