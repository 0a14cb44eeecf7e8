/** What a custom field can hold, in the words of the settings. */
export const fieldTypes = {
	text: 'Text',
	long: 'Long text',
	number: 'Number',
	amount: 'Amount',
	date: 'Date',
	yes: 'Yes or no',
	choice: 'One from a list',
	choices: 'Several from a list',
	link: 'Link',
	contact: 'Contact',
	company: 'Company',
} as const;

export type FieldType = keyof typeof fieldTypes;

/** A field that the owner has defined, with the options of a list in their order. */
export type CustomField = {
	id: string;
	kind: 'company' | 'contact' | 'deal' | 'activity';
	type: FieldType;
	name: string;
	help: string | null;
	place: number;
	inForms: boolean;
	required: boolean;
	inList: boolean;
	// duplicates are looked for by it
	isUnique: boolean;
	checks: 'tax_code' | null;
	reminds: 'yearly' | 'once' | null;
	remindDays: number | null;
	// which ready-made field it is
	preset: string | null;
	defaultValue: unknown;
	// that of amounts typed without one
	currency: string | null;
	isArchived: boolean;
	options: CustomOption[];
};

export type CustomOption = { id: string; name: string; colour: string };

/** What a field is called in addresses and forms, wherever a built-in field has its name. */
export type CustomName = `cf_${string}`;

/** The name of the field with this id. It has no hyphens, which mean a width among the columns of a list. */
export const customName = (id: string): CustomName => `cf_${id.replaceAll('-', '')}`;

/** The id in a field's name; null for any other text. */
export function idOfName(name: string): string | null {
	const [, ...parts] = /^cf_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/.exec(name) ?? [];
	return parts.length > 0 ? parts.join('-') : null;
}

/** Whether duplicates can be looked for by fields of a type: two records that say the same may be one. */
export const canBeUnique = (type: FieldType) => type === 'text' || type === 'number' || type === 'link';

/** A field as a form offers it. */
export type SettableField = Pick<CustomField, 'id' | 'type' | 'name' | 'help' | 'options' | 'checks'>;

/** The same in the form of a record: what it begins with, as it is typed, and what the record is called that this is the id of. */
export type FormField = SettableField & { required: boolean; text: string; named?: string };
