import type { ListField } from '@/lib/list/list-fields';
import type { AddedToList } from '@/lib/list/list-params';
import { type CustomField, type CustomName, customName, type FieldType } from './custom-field-types';

/** What each type is to a list: how it is asked for. */
const kinds: Record<FieldType, ListField['kind']> = {
	text: 'text',
	long: 'text',
	link: 'text',
	number: 'number',
	amount: 'money',
	date: 'date',
	yes: 'yes',
	choice: 'choice',
	choices: 'choice',
	contact: 'record',
	company: 'record',
};

const sources = { contact: '/api/contacts', company: '/api/companies' };

function listField({ name, type, options }: CustomField): ListField {
	return {
		label: name,
		kind: kinds[type],
		...((type === 'choice' || type === 'choices') && {
			ownOptions: true,
			options: options.map((option) => ({ value: option.id, label: option.name })),
		}),
		...((type === 'contact' || type === 'company') && { noun: type, source: sources[type] }),
		...(type === 'number' && { wide: true }),
	};
}

/** The types whose values have an order, and those of which rows have one value of a few. */
const sorted = new Set<FieldType>(['text', 'link', 'number', 'amount', 'date', 'yes', 'choice']);
const grouped = new Set<FieldType>(['yes', 'choice']);

/** What fields of one kind of record add to its list. Dates and numbers begin with the latest and the largest. */
export function addedToList(fields: readonly CustomField[]): AddedToList {
	const named = (those: readonly CustomField[]) => those.map(({ id }) => customName(id));
	const first = ({ type }: CustomField) => (['number', 'amount', 'date'].includes(type) ? 'desc' : 'asc');
	return {
		fields: Object.fromEntries(fields.map((field) => [customName(field.id), listField(field)])),
		sorts: Object.fromEntries(
			fields.filter(({ type }) => sorted.has(type)).map((field) => [customName(field.id), first(field)] as const),
		) satisfies Record<CustomName, 'asc' | 'desc'>,
		groups: named(fields.filter(({ type }) => grouped.has(type))),
		usual: named(fields.filter(({ inList }) => inList)),
	};
}
