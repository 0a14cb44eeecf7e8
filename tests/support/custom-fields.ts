import type { CustomField } from '@/domain/custom-fields/custom-field-types';
import { valueText } from '@/domain/custom-fields/custom-values';
import { isMetadata, rawText } from '@/domain/custom-fields/metadata';
import { customFields } from '@/domain/field-definitions';
import type { RecordNoun } from '@/domain/named-record';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';

/** A record's custom fields as its page shows them: texts by name, in the order of the fields. */
export async function namedFields(
	userId: UserId,
	kind: RecordNoun,
	metadata: unknown,
): Promise<Record<string, string>> {
	const values = isMetadata(metadata) ? metadata : {};
	const fields = (await customFields(userId)).filter((field) => field.kind === kind);
	const known = new Set(fields.map(({ id }) => id));
	const texts = fields.flatMap((field): [string, string][] => {
		const value = Object.hasOwn(values, field.id) ? values[field.id] : undefined;
		return value === undefined ? [] : [[field.name, valueText(field, value, { locale: 'en-US' })]];
	});
	const loose = Object.entries(values).filter(([key]) => !known.has(key));
	return Object.fromEntries([...texts, ...loose.map(([key, value]): [string, string] => [key, rawText(value)])]);
}

type Definition = Pick<CustomField, 'kind' | 'type' | 'name'> & {
	options?: string[];
	isArchived?: boolean;
	isUnique?: boolean;
};

/** Defines a field behind those that are there; returns it with its options. */
export async function defineField(userId: UserId, { options = [], isArchived = false, ...field }: Definition) {
	const place = (await db.field.count({ where: { userId, kind: field.kind } })) + 1;
	const made = await db.field.create({
		data: { userId, ...field, place, archivedAt: isArchived ? new Date() : null },
	});
	const named = options.map((name, at) => ({ userId, fieldId: made.id, name, place: at }));
	return { ...made, options: await db.fieldOption.createManyAndReturn({ data: named }) };
}
