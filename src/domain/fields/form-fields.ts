import 'server-only';
import type { CustomField, FormField } from '@/domain/custom-fields/custom-field-types';
import { formText, type ValueStyle } from '@/domain/custom-fields/custom-values';
import { nameDefaults } from '@/domain/custom-fields/held-records';
import { isMetadata, type MetadataValue } from '@/domain/custom-fields/metadata';
import { customFields } from '@/domain/field-definitions';
import type { RecordNoun } from '@/domain/named-record';
import type { UserId } from '@/lib/auth/session';
import { ownFields } from './own-fields';

type Style = Pick<ValueStyle, 'locale'>;

/** The custom fields that the form of a new record asks for, with their default values. */
export async function newFormFields(userId: UserId, kind: RecordNoun, style: Style): Promise<FormField[]> {
	const fields = (await customFields(userId)).filter((field) => field.kind === kind && isAsked(field));
	return askedFields(fields, kind, style, await nameDefaults(userId, fields));
}

/** Whether the form of a new record asks for a field. */
export const isAsked = ({ isArchived, inForms, required }: CustomField) => !isArchived && (inForms || required);

/** The same, of an account's fields that have been read, with the names of the records that are their default values. */
export const askedFields = (
	fields: readonly CustomField[],
	kind: RecordNoun,
	style: Style,
	names: Record<string, string>,
): FormField[] =>
	fields
		.filter((field) => field.kind === kind && isAsked(field))
		.map((field) => {
			const asked = formField(field, (field.defaultValue ?? undefined) as MetadataValue | undefined, style);
			if (field.type !== 'contact' && field.type !== 'company') return asked;
			// a record that is gone is no value to begin with
			const named = names[asked.text];
			return named ? { ...asked, named } : { ...asked, text: '' };
		});

/** All custom fields of a record with their values, for the form that changes all of it. */
export async function editFormFields(
	userId: UserId,
	kind: RecordNoun,
	record: { id: string; metadata: unknown },
	style: Style,
): Promise<FormField[]> {
	const { fields, metadata, names } = await ownFields(userId, kind, record);
	return fields
		.filter(({ isArchived }) => !isArchived)
		.map((field) => {
			const value = isMetadata(metadata) ? metadata[field.id] : undefined;
			const named = typeof value === 'string' ? names[value] : undefined;
			return { ...formField(field, value, style), ...(named && { named }) };
		});
}

function formField(field: CustomField, value: MetadataValue | undefined, style: Style): FormField {
	const { id, type, name, help, options, checks, required } = field;
	return { id, type, name, help, options, checks, required, text: formText(field, value, style) };
}
