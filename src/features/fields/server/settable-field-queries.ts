import 'server-only';
import type { SettableField } from '@/domain/custom-fields/custom-field-types';
import { customFields } from '@/domain/field-definitions';
import type { RecordNoun } from '@/domain/named-record';
import type { UserId } from '@/lib/auth/session';

/** The account's custom fields of a kind of record, as a form offers them; archived ones are left out. */
export async function listSettableFields(userId: UserId, { kind }: { kind: RecordNoun }): Promise<SettableField[]> {
	const fields = await customFields(userId);
	return fields
		.filter((field) => field.kind === kind && !field.isArchived)
		.map(({ id, type, name, help, options, checks }) => ({ id, type, name, help, options, checks }));
}
