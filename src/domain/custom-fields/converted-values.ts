import { requiredLine } from '@/lib/text/text';
import type { CustomField, FieldType } from './custom-field-types';
import { namesInList, readFieldValue, type ValueStyle, valueText } from './custom-values';
import type { MetadataValue } from './metadata';

/** What becomes of a value in a field of another type: it stays, or a part of it does, or nothing; null where there was none. */
export type Converted = { stays: 'whole' | 'part'; value: MetadataValue } | { stays: 'nothing' } | null;

/** Of an account: how it writes values, the names of records that values are of, and the records of a name that only one has. */
export type ConvertingStyle = {
	style: ValueStyle;
	nameOf: ReadonlyMap<string, string>;
	idOf: ReadonlyMap<string, string>;
};

const lost: Converted = { stays: 'nothing' };

export const isListType = (type: FieldType) => type === 'choice' || type === 'choices';
export const isRecordType = (type: FieldType) => type === 'contact' || type === 'company';
export const isTextType = (type: FieldType) => type === 'text' || type === 'long';

const optionName = requiredLine('Option', 80);

/** A value of a field as text, as the account writes it: options and records by their names. */
export function writtenValue(field: CustomField, value: MetadataValue, { style, nameOf }: ConvertingStyle): string {
	if (isRecordType(field.type) && typeof value === 'string') return nameOf.get(value) ?? value;
	return valueText(field, value, style);
}

/** The names of the options that a text stands for in a list; null where it is no name of one. */
export function optionNames(text: string, type: 'choice' | 'choices'): string[] | null {
	const parts = type === 'choices' ? namesInList(text) : [text];
	const names = parts.map((part) => part.replace(/\s+/gu, ' ').trim()).filter(Boolean);
	const read = names.map((name) => optionName.safeParse(name).data);
	return read.length > 0 && read.every((name) => name !== undefined) ? [...new Set(read)] : null;
}

/** A value of a field in one of another type. `optionOf` gives the option of a name, where the field becomes a list. */
export function convertedValue(
	from: CustomField,
	to: CustomField,
	value: MetadataValue,
	by: ConvertingStyle & { optionOf: (name: string) => string | undefined },
): Converted {
	if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return null;
	if (isListType(from.type) && isListType(to.type)) return keptOptions(from, to.type, [value].flat());
	const text = writtenValue(from, value, by);
	if (isTextType(to.type)) return { stays: 'whole', value: text };
	if (text.trim() === '') return null;
	if (to.type === 'choice' || to.type === 'choices') {
		const ids = optionNames(text, to.type)?.map(by.optionOf) ?? [];
		const known = [...new Set(ids.filter((id) => id !== undefined))];
		if (known.length === 0 || known.length < new Set(ids).size) return lost;
		return { stays: 'whole', value: to.type === 'choices' ? known : (known[0] ?? '') };
	}
	if (isRecordType(to.type)) {
		const id = by.idOf.get(text.trim().normalize('NFC'));
		return id ? { stays: 'whole', value: id } : lost;
	}
	const [, amount] = (from.type === 'amount' && /^(-?\d+(?:\.\d+)?) [A-Z]{3}$/.exec(text)) || [];
	if (to.type === 'number' && amount) return { stays: 'part', value: Number(amount) };
	// "5" typed as a date is a day of this month, but a number is no date
	if (to.type === 'date' && !isTextType(from.type) && !isListType(from.type)) return lost;
	const read = readFieldValue(to, text, by.style);
	if ('problem' in read) return lost;
	return read.value === undefined ? null : { stays: 'whole', value: read.value };
}

/** Options stay as they are; of several, a field for one keeps the first. */
function keptOptions({ options }: CustomField, to: FieldType, ids: MetadataValue[]): Converted {
	const known = ids.map(String).filter((id) => options.some((option) => option.id === id));
	const [first] = known;
	if (first === undefined) return lost;
	const kept = to === 'choices' ? known : [first];
	return { stays: kept.length === ids.length ? 'whole' : 'part', value: to === 'choices' ? kept : first };
}
