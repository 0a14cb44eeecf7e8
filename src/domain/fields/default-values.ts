import 'server-only';
import { isMetadata, type Metadata } from '@/domain/custom-fields/metadata';
import { customFields, fieldsToWrite } from '@/domain/field-definitions';
import { isAsked } from '@/domain/fields/form-fields';
import type { RecordNoun } from '@/domain/named-record';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';

/**
 * What a record has of custom fields that is named in the form of another one, which asks for nothing of it: what its own form would
 * have begun with. As a column of it; nothing where that is nothing.
 */
export async function defaultMetadata(tx: Tx, userId: UserId, kind: RecordNoun): Promise<{ metadata?: Metadata }> {
	const hasDefault = (field: Parameters<typeof isAsked>[0]) =>
		field.kind === kind && isAsked(field) && field.defaultValue !== null;
	if (!(await customFields(userId, tx)).some(hasDefault)) return {};
	// held from here on, as they are for every writer of values
	const fields = (await fieldsToWrite(tx, userId)).filter(hasDefault);
	const values: Record<string, unknown> = {};
	for (const { id, type, defaultValue } of fields)
		if ((type !== 'contact' && type !== 'company') || (await isThere(tx, userId, type, defaultValue)))
			values[id] = defaultValue;
	return isMetadata(values) && Object.keys(values).length > 0 ? { metadata: values } : {};
}

/** Whether a default value is still one of the account's records. */
async function isThere(tx: Tx, userId: UserId, type: 'contact' | 'company', id: unknown): Promise<boolean> {
	const found = await tx.$queryRaw<unknown[]>`
		SELECT FROM ${Prisma.raw(type)} WHERE user_id = ${userId}::uuid AND id::text = ${String(id)}`;
	return found.length > 0;
}
