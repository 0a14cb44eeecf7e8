import 'server-only';
import { v7 as uuidv7 } from 'uuid';
import {
	type Converted,
	type ConvertingStyle,
	convertedValue,
	isListType,
	isRecordType,
	optionNames,
	writtenValue,
} from '@/domain/custom-fields/converted-values';
import { type CustomField, canBeUnique, type FieldType } from '@/domain/custom-fields/custom-field-types';
import type { MetadataValue } from '@/domain/custom-fields/metadata';
import { getSettings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { Refusal } from '@/lib/errors/errors';
import { maxOptions, optionColour } from '../schema';

type Reader = Pick<Tx, '$queryRaw'>;

/** The field that one becomes by a type, and what each of its values becomes in it, which are all that it has. */
export async function typeConverter(
	db: Reader,
	userId: UserId,
	{ from, type, values }: { from: CustomField; type: FieldType; values: MetadataValue[] },
) {
	const style = await getSettings(userId, db);
	const nameOf = isRecordType(from.type) ? await namesOf(db, userId, from.type, values) : new Map<string, string>();
	const by: ConvertingStyle = { style, nameOf, idOf: new Map() };
	const texts = values.map((value) => writtenValue(from, value, by));
	const idOf = isRecordType(type) ? await idsOf(db, userId, type, texts) : by.idOf;
	const list = type === 'choice' || type === 'choices' ? type : null;
	const optionsFor =
		list && !isListType(from.type)
			? await optionsOf(
					db,
					texts.flatMap((text) => optionNames(text, list) ?? []),
				)
			: null;
	const to: CustomField = {
		...from,
		...{ type, options: optionsFor?.options ?? (list ? from.options : []) },
		...{ isUnique: from.isUnique && canBeUnique(type) },
		...{ checks: type === 'text' ? from.checks : null, currency: type === 'amount' ? from.currency : null },
		...(type !== 'date' && { reminds: null, remindDays: null }),
	};
	const optionOf = (name: string) => optionsFor?.idOf.get(name);
	const one = (value: MetadataValue) => ({
		converted: convertedValue(from, to, value, { ...by, idOf, optionOf }),
		text: writtenValue(from, value, by),
	});
	return { to: { ...to, defaultValue: keptDefault(from, one) }, one };
}

/** The value that new records get, if it fits the new type. */
function keptDefault({ defaultValue }: CustomField, one: (value: MetadataValue) => { converted: Converted }) {
	if (defaultValue === null || defaultValue === undefined) return null;
	const { converted } = one(defaultValue as MetadataValue);
	return converted?.stays === 'whole' ? converted.value : null;
}

async function namesOf(db: Reader, userId: UserId, table: 'contact' | 'company', values: MetadataValue[]) {
	const ids = values.filter((value) => typeof value === 'string');
	const named = await db.$queryRaw<{ id: string; name: string }[]>`
		SELECT id, name FROM ${Prisma.raw(table)}
		WHERE user_id = ${userId}::uuid AND id = ANY (ARRAY(SELECT written_id(v) FROM unnest(${ids}::text[]) v))`;
	return new Map(named.map(({ id, name }) => [id, name]));
}

/** The records whose names these texts are, without those whose name another one has. */
async function idsOf(db: Reader, userId: UserId, table: 'contact' | 'company', texts: string[]) {
	const names = texts.map((text) => text.trim().normalize('NFC'));
	const found = await db.$queryRaw<{ id: string; name: string }[]>`
		SELECT min(id::text) AS id, name FROM ${Prisma.raw(table)}
		WHERE user_id = ${userId}::uuid AND name_key = ANY (ARRAY(SELECT fold(n) FROM unnest(${names}::text[]) n))
		GROUP BY name HAVING count(*) = 1`;
	return new Map(found.map(({ id, name }) => [name, id]));
}

/** An option for each name, in the order in which they come; names that differ in case only are one, as the database has it. */
async function optionsOf(db: Reader, all: string[]) {
	const names = [...new Set(all)];
	const keyed = await db.$queryRaw<{ name: string; key: string }[]>`
		SELECT n.name, lower(n.name) AS key FROM unnest(${names}::text[]) WITH ORDINALITY n (name, place) ORDER BY n.place`;
	const byKey = new Map<string, CustomField['options'][number]>();
	const colours = optionColour.options;
	for (const { name, key } of keyed) {
		const colour = colours[byKey.size % colours.length] ?? 'slate';
		if (!byKey.has(key)) byKey.set(key, { id: uuidv7(), name, colour });
	}
	if (byKey.size > maxOptions)
		throw new Refusal(
			`This field has ${byKey.size.toLocaleString('en')} different values, and a list can have ${maxOptions} options. Keep it as it is, or make some values the same first.`,
		);
	return {
		options: [...byKey.values()],
		idOf: new Map(keyed.map(({ name, key }) => [name, byKey.get(key)?.id ?? ''])),
	};
}
