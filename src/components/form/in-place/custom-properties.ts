import { type CustomField, customName } from '@/domain/custom-fields/custom-field-types';
import { editorText } from '@/domain/custom-fields/custom-values';
import { customWords, type SameValues, sameWords } from '@/domain/custom-fields/custom-words';
import { type MetadataValue, rawText } from '@/domain/custom-fields/metadata';
import type { OwnFields } from '@/domain/fields/own-fields';
import { companyPath, contactPath } from '@/domain/paths';
import type { MoneyStyle } from '@/lib/money/money';
import { readableAddress } from '@/lib/text/domain-names';
import { taxCodeWarning } from '@/lib/text/tax-code';
import { linkParts } from '@/lib/text/text-links';
import type { EditorOption, Property, PropertyEditor, ShownValue } from './property';

/**
 * A record's custom fields as properties, in the owner's order: those that are archived only where they have a value, and last what no
 * field is of.
 */
export function customProperties({ fields, metadata, names, same }: OwnFields, style: MoneyStyle): Property[] {
	const known = new Set(fields.map(({ id }) => id));
	const storedOf = ({ id }: CustomField) => (Object.hasOwn(metadata, id) ? (metadata[id] ?? '') : '');
	const shown = fields.filter((field) => !field.isArchived || storedOf(field) !== '');
	const loose = Object.entries(metadata).filter(([key, value]) => !known.has(key) && rawText(value) !== '');
	return [
		...shown.map((field): Property => {
			const value = storedOf(field);
			return {
				...{ field: customName(field.id), label: field.name, isOwn: true, value: editorText(field, value, style) },
				...{ editor: editorOf(field, value, style), ...(field.help && { help: field.help }) },
				...(value !== '' && shownOf(field, value, style, names)),
				...noteOf(field, value, same[field.id]),
				...(field.isArchived && { isReadOnly: true, note: 'Archived' }),
			};
		}),
		...loose.map(([key, value]): Property => {
			const text = rawText(value);
			return {
				...{ field: `loose ${key}`, label: key, isOwn: true, isReadOnly: true, value: text },
				...linked(text, style),
				editor: { as: 'line' },
			};
		}),
	];
}

const optionsOf = ({ options }: CustomField): EditorOption[] =>
	options.map(({ id, name, colour }) => [id, name, colour] as const);

/** The choice of none. */
const notSet: EditorOption = ['', 'Not set'];

function editorOf(field: CustomField, value: MetadataValue, style: MoneyStyle): PropertyEditor {
	switch (field.type) {
		case 'text':
			// an import may have brought several lines
			if (rawText(value).includes('\n')) return { as: 'text' };
			return { as: 'line', ...(field.checks && { checks: field.checks }) };
		case 'link':
			return { as: 'line' };
		case 'long':
			return { as: 'text' };
		case 'number':
			return { as: 'line', numeric: 'decimal' };
		case 'amount':
			return { as: 'money', usual: field.currency ?? style.currency };
		case 'date':
			return { as: 'day' };
		case 'yes':
			return { as: 'choice', options: [['yes', 'Yes'], ['no', 'No'], notSet] };
		case 'choice':
			return { as: 'choice', options: [...optionsOf(field), notSet] };
		case 'choices':
			return { as: 'choices', options: optionsOf(field) };
		case 'contact':
			return { as: 'record', source: '/api/contacts', list: 'contacts', none: 'No matching contacts' };
		case 'company':
			return { as: 'record', source: '/api/companies', list: 'companies', none: 'No matching companies' };
	}
}

function shownOf(
	field: CustomField,
	value: MetadataValue,
	style: MoneyStyle,
	names: Record<string, string>,
): ShownValue {
	const { type, options } = field;
	if (type === 'choice' || type === 'choices') {
		const chosen = new Set([value].flat());
		const tags = options.filter(({ id }) => chosen.has(id)).map(({ name, colour }) => ({ name, colour }));
		return tags.length > 0 ? { tags } : { text: 'An option that is gone' };
	}
	if (type === 'contact' || type === 'company') {
		const [id, path] = [rawText(value), type === 'contact' ? contactPath : companyPath];
		const name = names[id];
		return name === undefined ? { text: `A ${type} that is gone` } : { text: name, to: path(id) };
	}
	const text = customWords(field, value, style);
	if (type !== 'link') return { ...(text !== editorText(field, value, style) && { text }), ...linked(text, style) };
	const shown = readableAddress(text).replace(/^https?:\/\/(www\.)?/, '');
	return /^https?:\/\//.test(text) ? { text: shown, parts: [{ text: shown, href: text }] } : {};
}

/** Below a value: that one is missing which forms require, what speaks against a tax code, and what other record has that of a unique field. */
function noteOf(
	{ checks, required }: CustomField,
	value: MetadataValue,
	same: SameValues[string] | undefined,
): Pick<Property, 'note' | 'isLate'> {
	if (required && value === '') return { note: 'Required' };
	const warning = checks === 'tax_code' ? taxCodeWarning(rawText(value)) : null;
	const note = [warning, same && sameWords(same)].filter(Boolean).join(' ');
	return note ? { note, isLate: true } : {};
}

/** A text with its addresses and numbers as links, where it has any. */
function linked(text: string, { locale }: MoneyStyle): ShownValue {
	const parts = linkParts(text, locale);
	return parts.some((part) => typeof part !== 'string') ? { parts } : {};
}
