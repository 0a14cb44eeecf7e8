import 'server-only';
import { isListType } from '@/domain/custom-fields/converted-values';
import type { CustomField } from '@/domain/custom-fields/custom-field-types';
import { formText } from '@/domain/custom-fields/custom-values';
import { nameDefaults } from '@/domain/custom-fields/held-records';
import type { MetadataValue } from '@/domain/custom-fields/metadata';
import { customFields } from '@/domain/field-definitions';
import type { RecordNoun } from '@/domain/named-record';
import { getSettings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import { read } from '@/lib/db/read';

/** A field as the settings list it, with its default value as it is typed, and what the record is called that this is the id of. */
export type ListedField = CustomField & { defaultText: string; defaultNamed?: string };

/** The account's fields of a kind of record, those that are archived last. */
export async function listFields(userId: UserId, kind: RecordNoun): Promise<ListedField[]> {
	const [fields, settings] = await Promise.all([customFields(userId), getSettings(userId)]);
	const listed = fields.filter((field) => field.kind === kind);
	const names = await nameDefaults(userId, listed);
	return listed
		.map((field) => {
			const defaultText = formText(field, (field.defaultValue ?? undefined) as MetadataValue | undefined, settings);
			const defaultNamed = names[defaultText];
			return { ...field, defaultText, ...(defaultNamed && { defaultNamed }) };
		})
		.toSorted((one, other) => Number(one.isArchived) - Number(other.isArchived) || one.place - other.place);
}

/** How many records of a kind there are, and how many of them have a value, by the ids of the fields. */
export type FieldCounts = {
	all: number;
	filled: Record<string, number>;
	/** How many have each option of a list, by its id. */
	options: Record<string, number>;
};

/** Counts the values of the account's fields of a kind: all of them, so a page does not wait for it. */
export async function countFieldValues(userId: UserId, { kind }: { kind: RecordNoun }): Promise<FieldCounts> {
	const fields = (await customFields(userId)).filter((field) => field.kind === kind);
	const lists = fields.filter(({ type }) => isListType(type)).map(({ id }) => id);
	const [[{ all }], counts, options] = await Promise.all([
		read<[{ all: number }]>(
			Prisma.sql`SELECT count(*)::int AS all FROM ${Prisma.raw(kind)} WHERE user_id = ${userId}::uuid`,
		),
		read<{ id: string; filled: number }[]>`
			SELECT v.field_id AS id, count(*)::int AS filled FROM field_value v
			WHERE v.user_id = ${userId}::uuid AND v.field_id = ANY (${fields.map(({ id }) => id)}::uuid[]) AND v.place = 0
			GROUP BY v.field_id`,
		read<{ id: string; filled: number }[]>`
			SELECT v.ref AS id, count(*)::int AS filled FROM field_value v
			WHERE v.user_id = ${userId}::uuid AND v.field_id = ANY (${lists}::uuid[]) AND v.ref IS NOT NULL
			GROUP BY v.ref`,
	]);
	const byId = (rows: typeof counts) => Object.fromEntries(rows.map(({ id, filled }) => [id, filled]));
	return { all, filled: byId(counts), options: byId(options) };
}
