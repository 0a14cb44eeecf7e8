import 'server-only';
import { type Converted, isTextType } from '@/domain/custom-fields/converted-values';
import type { CustomField, FieldType } from '@/domain/custom-fields/custom-field-types';
import { isMetadata, type Metadata, type MetadataValue } from '@/domain/custom-fields/metadata';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { Refusal } from '@/lib/errors/errors';
import { typeConverter } from './type-converter';

/** What a change of a field's type does to its values, each of them with the number of records that have it. */
export type TypePlan = {
	/** The field as it is to be, with its options. */
	next: CustomField;
	/** How many records keep their value, keep a part of it, and lose it. */
	whole: number;
	part: number;
	nothing: number;
	/** Some of the values that are not kept whole, as they are written, the most frequent first. */
	examples: { text: string; count: number }[];
	/** The values that are written anew, as JSON: what each becomes, null where it goes. */
	changed: { old: string; next: string | null }[];
};

const lost: Converted = { stays: 'nothing' };
const isUnread = (value: Found['value']): value is Metadata => isMetadata(value);

type Found = { key: string; value: MetadataValue | Metadata; count: number };

const maxExamples = 5;
const maxExampleLength = 80;
/** So many different values are read at once. */
const maxDistinct = 50_000;

/** What a text that is not read is called among the examples. */
const tooLong = 'A text of more than 2,000 characters';

/**
 * PostgreSQL expressions for the records of a field that gets a type, `r` being their table: whether they have a value, and it, `{}` for
 * one that need not be read. Texts stay texts as they are, and a long one fits nothing else.
 */
export function storedValues({ id, type: from }: CustomField, to: FieldType, userId: UserId) {
	const value = Prisma.sql`(r.metadata -> ${id}::text)`;
	const least = isTextType(to) && (isTextType(from) || from === 'link') ? 1 : 2_001;
	return {
		has: Prisma.sql`r.user_id = ${userId}::uuid AND r.metadata ? ${id}`,
		value: Prisma.sql`(CASE WHEN jsonb_typeof(${value}) = 'string' AND char_length(${value} #>> '{}') >= ${least}::int
			THEN '{}'::jsonb ELSE ${value} END)`,
	};
}

/** What comes of a field's values if it gets another type. Refuses a list of too many options. */
export async function planTypeChange(
	db: Pick<Tx, '$queryRaw'>,
	userId: UserId,
	from: CustomField,
	type: FieldType,
): Promise<TypePlan> {
	const { has, value } = storedValues(from, type, userId);
	const found = await db.$queryRaw<Found[]>`
		SELECT v.value::text AS key, v.value, v.count FROM (
			SELECT ${value} AS value, count(*)::int AS count FROM ${Prisma.raw(from.kind)} r WHERE ${has} GROUP BY 1
		) v ORDER BY v.count DESC, v.value LIMIT ${maxDistinct + 1}`;
	if (found.length > maxDistinct)
		throw new Refusal(
			`This field has more than ${maxDistinct.toLocaleString('en')} different values, too many to change at once.`,
		);
	const values = found.flatMap(({ value }) => (isUnread(value) ? [] : [value]));
	const convert = await typeConverter(db, userId, { from, type, values });
	const plan: TypePlan = { next: convert.to, whole: 0, part: 0, nothing: 0, examples: [], changed: [] };
	for (const { key, value, count } of found) {
		if (isUnread(value) && isTextType(type)) {
			plan.whole += count;
			continue;
		}
		const { converted, text } = isUnread(value) ? { converted: lost, text: tooLong } : convert.one(value);
		if (converted) plan[converted.stays] += count;
		if (converted && converted.stays !== 'whole' && plan.examples.length < maxExamples)
			plan.examples.push({ text: shortened(text), count });
		const next = converted && 'value' in converted ? JSON.stringify(converted.value) : null;
		if (next !== JSON.stringify(value)) plan.changed.push({ old: key, next });
	}
	return plan;
}

function shortened(text: string): string {
	const line = text.replace(/\s+/gu, ' ').trim();
	return line.length > maxExampleLength ? `${line.slice(0, maxExampleLength).toWellFormed()}…` : line;
}
