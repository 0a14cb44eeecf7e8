import 'server-only';
import type { CustomField } from '@/domain/custom-fields/custom-field-types';
import { type ReadValue, readFieldValue, type ValueStyle } from '@/domain/custom-fields/custom-values';
import { fieldsToWrite } from '@/domain/field-definitions';
import type { RecordNoun } from '@/domain/named-record';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { Refusal } from '@/lib/errors/errors';

/** The definition of a custom field, which nobody changes while it is being written to. Taken before the record is locked. */
export async function fieldToWrite(
	tx: Tx,
	userId: UserId,
	{ kind, id }: { kind: RecordNoun; id: string | null },
): Promise<CustomField> {
	const field = (await fieldsToWrite(tx, userId)).find((each) => each.id === id && each.kind === kind);
	if (!field || field.isArchived)
		throw new Refusal('This field no longer exists. It may have been deleted or archived in another window.');
	return field;
}

/** What was typed into a custom field as it is stored, or why it can't be; a contact or company has to be one of the account's. */
export async function readTyped(
	tx: Tx,
	userId: UserId,
	field: CustomField,
	{ text, style }: { text: string; style: ValueStyle },
): Promise<ReadValue> {
	const read = readFieldValue(field, text, style);
	const isRecord = field.type === 'contact' || field.type === 'company';
	if ('problem' in read || read.value === undefined || !isRecord) return read;
	const [found] = await tx.$queryRaw<unknown[]>`
		SELECT id FROM ${Prisma.raw(field.type)} WHERE user_id = ${userId}::uuid AND id = ${read.value}::uuid`;
	return found ? read : { problem: `This ${field.type} no longer exists. Select another one.` };
}
