import { z } from 'zod';
import { type FieldType, fieldTypes } from '@/domain/custom-fields/custom-field-types';
import type { RecordNoun } from '@/domain/named-record';
import { jsonField } from '@/lib/text/json-field';
import { checkbox, optionalLine, recordId, requiredLine } from '@/lib/text/text';
import { type FieldPresetName, presets } from './field-presets';

const nouns = ['company', 'contact', 'deal', 'activity'] as const satisfies RecordNoun[];

/** Whose custom fields are meant. */
export const fieldsOfKind = z.strictObject({ kind: z.enum(nouns) });

/** A custom field of many records at once: a value that all get, or, of a list, that is added or removed; or that none has. */
export const fieldSetting = z.strictObject({
	kind: z.enum(nouns),
	field: recordId,
	ids: z.array(recordId).min(1, 'Select a record first.').max(500),
	how: z.enum(['set', 'add', 'remove', 'clear']),
	value: z.string('Must be text.').max(20_000, 'Must have at most 20,000 characters.'),
});

export const maxOptions = 500;
/** At most this many in all lists together. */
export const maxOptionsOfAll = 2_000;
const maxNameLength = 80;

export const optionColour = z.enum(
	['slate', 'red', 'amber', 'green', 'teal', 'blue', 'violet', 'pink'],
	'Choose one of the colors.',
);
// what turns the direction of a text or takes no room, with which two different names would look alike
const unseen = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const oneLine = (label: string) =>
	requiredLine(label, maxNameLength).transform((text) =>
		text.replace(unseen, '').normalize('NFC').replace(/\s+/gu, ' ').trim(),
	);
const option = z.strictObject({ id: recordId, name: oneLine('Option'), colour: optionColour });

/** The options of a list in their order, as a form sends them: JSON. */
const fieldOptions = jsonField(
	z
		.array(option, 'These are no options. Reload the page and try again.')
		.max(maxOptions, `A list can have ${maxOptions} options.`)
		.superRefine((options, context) => {
			const names = options.map(({ name }) => name.toLowerCase());
			const twice = options.find(({ name }, place) => names.indexOf(name.toLowerCase()) !== place);
			if (twice) context.addIssue({ code: 'custom', message: `There are two options called “${twice.name}”.` });
		}),
	'These are no options. Reload the page and try again.',
).transform((options) => options ?? []);

/** Whether Today reminds of a date, and how many days before. */
const reminds = z
	.enum(['', 'once', 'yearly'], 'Select one of these.')
	.transform((when) => (when === '' ? null : when))
	.optional();
const remindDays = z
	.string()
	.trim()
	.regex(/^(?:[0-5]?\d|60)$/, 'Enter a number of days from 0 to 60.')
	.transform(Number)
	.optional();

const described = {
	name: oneLine('Field name'),
	help: optionalLine(300),
	inList: checkbox,
	inForms: checkbox,
	required: checkbox,
	/** As it is typed; absent where the form does not ask for one. */
	defaultValue: z.string('Must be text.').max(20_000, 'Must have at most 20,000 characters.').optional(),
	options: fieldOptions,
	isUnique: checkbox,
	reminds,
	remindDays,
};

const fieldType = z.enum(Object.keys(fieldTypes) as [FieldType], 'Choose one of the types.');

/** A ready-made field that is to be added. Its id is made with the page, so that one that is added twice is one. */
export const presetAsked = z.strictObject({
	id: recordId,
	kind: z.enum(nouns),
	preset: z.enum(Object.keys(presets) as [FieldPresetName], 'Choose one of the ready-made fields.'),
});

/** A field that is to get another type. */
export const typeAsked = z.strictObject({ id: recordId, type: fieldType });

/** The same, with the number of values of which something is lost, as it was shown. */
export const typeChange = typeAsked.extend({ lost: z.int().min(0) });

/** A new field. Its id is made with the form, so that one that is sent twice makes one field. */
export const newCustomField = z.strictObject({
	id: recordId,
	kind: z.enum(nouns),
	type: fieldType,
	...described,
});

/** A new field with the value that one record gets of it. */
export const newFieldOfRecord = z.strictObject({
	...newCustomField.shape,
	recordId,
	value: z.string('Must be text.').max(20_000, 'Must have at most 20,000 characters.'),
});

/** What a field is to be, and what its form began with; without that, whatever is there gives way. */
export const fieldChanges = z.strictObject({
	id: recordId,
	...described,
	was: jsonField(z.strictObject(described), 'Reload the page and try again.').optional(),
});
export const customFieldReference = z.strictObject({ id: recordId });
/** Where a field goes: before another one of its kind, or to the end. */
export const fieldMove = z.strictObject({ id: recordId, before: recordId.nullable() });
export const fieldShown = z.strictObject({ id: recordId, inList: z.boolean() });
export const fieldArchived = z.strictObject({ id: recordId, isArchived: z.boolean() });

type Marks = 'isUnique' | 'inForms' | 'required';

/** What a form of a field says; what says nothing of a mark leaves it as it is, or off for a new field. */
export type FieldSent<Schema extends z.ZodType<Record<Marks, boolean>>> = Omit<z.output<Schema>, Marks> & {
	[Mark in Marks]?: boolean | undefined;
};
