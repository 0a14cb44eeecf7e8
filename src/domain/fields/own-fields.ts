import 'server-only';
import type { CustomField } from '@/domain/custom-fields/custom-field-types';
import type { SameValues } from '@/domain/custom-fields/custom-words';
import { nameHeldRecords } from '@/domain/custom-fields/held-records';
import { isMetadata, type Metadata } from '@/domain/custom-fields/metadata';
import { customFields } from '@/domain/field-definitions';
import { findSameValues } from '@/domain/fields/same-values';
import type { RecordNoun } from '@/domain/named-record';
import type { UserId } from '@/lib/auth/session';

/**
 * The custom fields that a record can have, the values that it has, what the records in them are called, by their ids, and what other
 * records have the same values of unique fields.
 */
export type OwnFields = { fields: CustomField[]; metadata: Metadata; names: Record<string, string>; same: SameValues };

/** The custom fields of a record, in the owner's order. */
export async function ownFields(
	userId: UserId,
	kind: RecordNoun,
	{ id, metadata: stored }: { id: string; metadata: unknown },
): Promise<OwnFields> {
	const fields = (await customFields(userId)).filter((field) => field.kind === kind);
	const metadata = isMetadata(stored) ? stored : {};
	const valuesOf = (type: 'contact' | 'company') =>
		fields.flatMap((field) => (field.type === type ? [metadata[field.id]] : []));
	const [names, same] = await Promise.all([
		nameHeldRecords(userId, { contacts: valuesOf('contact'), companies: valuesOf('company') }),
		findSameValues(userId, { kind, id }, { fields, metadata }),
	]);
	return { fields, metadata, names, same };
}
