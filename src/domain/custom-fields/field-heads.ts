import { type FieldType, fieldTypes } from './custom-field-types';

// What the columns of custom fields are called in our own files: "Field (number): Employees" says the type too, so that an account
// without the field makes one like it. Files from before had "Field: Employees".

/** The name of a column of a file; what no field has is without a type. */
export function fieldHead({ name, type }: { name: string; type?: FieldType | undefined }): string {
	return type ? `Field (${typeWords[type]}): ${name}` : `Field: ${name}`;
}

/** The field that a column's name speaks of; null where it is none of ours. */
export function readFieldHead(head: string): { name: string; type?: FieldType } | null {
	const [, word, name] = /^Field(?: \(([a-z ]+)\))?: (.+)$/s.exec(head.trim()) ?? [];
	if (name === undefined) return null;
	const type = types.find((each) => typeWords[each] === word);
	return { name, ...(type && { type }) };
}

const types = Object.keys(fieldTypes) as FieldType[];
const typeWords = Object.fromEntries(types.map((type) => [type, fieldTypes[type].toLowerCase()])) as Record<
	FieldType,
	string
>;
