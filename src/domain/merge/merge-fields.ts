import 'server-only';
import type { CustomField } from '@/domain/custom-fields/custom-field-types';
import { customWords } from '@/domain/custom-fields/custom-words';
import { nameHeldRecords } from '@/domain/custom-fields/held-records';
import {
	isMetadata,
	type Metadata,
	type MetadataValue,
	metadataLimits,
	rawText,
} from '@/domain/custom-fields/metadata';
import { customFields } from '@/domain/field-definitions';
import type { PartnerNoun, RecordNoun } from '@/domain/named-record';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { Refusal } from '@/lib/errors/errors';
import type { MoneyStyle } from '@/lib/money/money';

/** A custom field that one of two records has, or both: what each says, in words; undefined where one lacks it. */
export type MergedField = {
	/** The key of its value in the records. */
	key: string;
	name: string;
	values: [one: string | undefined, other: string | undefined];
	/** What both say together, of several from a list. */
	together?: string;
	/** Two values that read alike and are not the same, such as two contacts of one name. */
	differ?: boolean;
};

/** The custom fields of two records in the order of the fields; values that no field of the kind has come last. */
export async function mergedOwnFields(
	userId: UserId,
	noun: PartnerNoun,
	records: [one: { metadata: unknown }, other: { metadata: unknown }],
	style: MoneyStyle & { timeZone: string },
): Promise<MergedField[]> {
	const [one, other] = records.map(({ metadata }) => (isMetadata(metadata) ? metadata : {})) as [Metadata, Metadata];
	const fields = (await customFields(userId)).filter(({ kind }) => kind === noun);
	const known = new Map(fields.map((field) => [field.id, field]));
	const all = new Set([...Object.keys(one), ...Object.keys(other)]);
	const keys = [...fields.flatMap(({ id }) => (all.has(id) ? id : [])), ...[...all].filter((key) => !known.has(key))];
	const valuesOf = (type: 'contact' | 'company') =>
		keys.flatMap((key) => (known.get(key)?.type === type ? [one[key], other[key]] : []));
	const names = await nameHeldRecords(userId, { contacts: valuesOf('contact'), companies: valuesOf('company') });
	const say = (field: CustomField | undefined, value: MetadataValue | undefined) =>
		value === undefined ? undefined : inWords(field, value, { names, style });
	return keys.map((key) => {
		const field = known.get(key);
		const values: MergedField['values'] = [say(field, one[key]), say(field, other[key])];
		const union = field && united(field, one[key], other[key]);
		const isOther = values[0] === values[1] && JSON.stringify(one[key]) !== JSON.stringify(other[key]);
		return {
			...{ key, name: field?.name ?? key, values },
			...(union && { together: inWords(field, union, { names, style }) }),
			...(isOther && { differ: true }),
		};
	});
}

const isRecordType = (field: CustomField | undefined) => field?.type === 'contact' || field?.type === 'company';

function inWords(
	field: CustomField | undefined,
	value: MetadataValue,
	{ names, style }: { names: Record<string, string>; style: MoneyStyle & { timeZone: string } },
): string {
	if (field?.type === 'choice' || field?.type === 'choices') {
		const nameOf = (id: string) => field.options.find((option) => option.id === id)?.name ?? id;
		return [value].flat().map(String).map(nameOf).join(', ');
	}
	if (isRecordType(field)) return names[rawText(value)] ?? `A ${field?.type} that is gone`;
	return field ? customWords(field, value, style) : rawText(value);
}

/** Several from a list of both records, in the order of the options; undefined where only one has some. */
function united({ type, options }: CustomField, one: unknown, other: unknown): string[] | undefined {
	if (type !== 'choices' || !Array.isArray(one) || !Array.isArray(other)) return undefined;
	const ids = new Set<string>([...one, ...other].map(String));
	const inOrder = options.flatMap(({ id }) => (ids.has(id) ? id : []));
	return [...inOrder, ...[...ids].filter((id) => !inOrder.includes(id))];
}

type MergedPair = { keep: string; gone: string };

/**
 * The custom fields of two records of a noun together; `taken` has the keys of those that take their value from `gone`. What
 * refers to one of the two themselves is left out. Refuses more than a record can have.
 */
export function mergedMetadata(
	fields: readonly CustomField[],
	noun: PartnerNoun,
	{ keep, gone }: Record<keyof MergedPair, { id: string; metadata: unknown }>,
	taken: readonly string[],
): Metadata {
	const [kept, lost] = [keep, gone].map(({ metadata }) => Object.entries(isMetadata(metadata) ? metadata : {}));
	const all = new Map([...(lost ?? []), ...(kept ?? []), ...(lost ?? []).filter(([key]) => taken.includes(key))]);
	const [before, after] = [new Map(kept), new Map(lost)];
	for (const field of fields) {
		const union = united(field, before.get(field.id), after.get(field.id));
		if (union) all.set(field.id, union);
		const value = all.get(field.id);
		if (field.type === noun && (value === keep.id || value === gone.id)) all.delete(field.id);
	}
	const { entries, bytes } = metadataLimits;
	const merged = Object.fromEntries(all);
	if (all.size > before.size && (all.size > entries || Buffer.byteLength(JSON.stringify(merged)) > bytes))
		throw new Refusal(
			`Together the two have more custom fields than one record can hold (${entries}), so nothing was merged. Remove some of them first.`,
		);
	return merged;
}

/** The ids of the records of a kind whose custom fields refer to a contact or company. */
export const referringTo = (userId: UserId, noun: PartnerNoun, id: string, kind: RecordNoun) => Prisma.sql`
	SELECT v.record_id FROM field f JOIN field_value v ON v.user_id = f.user_id AND v.field_id = f.id AND v.ref = ${id}::uuid
	WHERE f.user_id = ${userId}::uuid AND f.kind = ${kind} AND f.type = ${noun}`;

/** Has the custom fields of all records that refer to the merged record, and their default values, refer to the one that is kept. */
export async function moveReferences(
	tx: Tx,
	userId: UserId,
	noun: PartnerNoun,
	{ keep, gone }: MergedPair,
): Promise<void> {
	for (const kind of ['company', 'contact', 'deal', 'activity'] as const)
		await tx.$executeRaw`
			UPDATE ${Prisma.raw(kind)} r SET metadata = r.metadata || m.moved FROM (
				SELECT v.record_id, jsonb_object_agg(v.field_id::text, ${keep}::text) AS moved
				FROM field f JOIN field_value v ON v.user_id = f.user_id AND v.field_id = f.id AND v.ref = ${gone}::uuid
				WHERE f.user_id = ${userId}::uuid AND f.kind = ${kind} AND f.type = ${noun} GROUP BY v.record_id
			) m
			WHERE r.user_id = ${userId}::uuid AND r.id = m.record_id AND r.id NOT IN (${keep}::uuid, ${gone}::uuid)`;
	await tx.$executeRaw`
		UPDATE field SET default_value = to_jsonb(${keep}::text)
		WHERE user_id = ${userId}::uuid AND type = ${noun} AND default_value = to_jsonb(${gone}::text)`;
}
