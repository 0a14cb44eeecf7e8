import { type CustomField, customName, type FieldType } from '@/domain/custom-fields/custom-field-types';
import { customWords } from '@/domain/custom-fields/custom-words';
import type { Metadata, MetadataValue } from '@/domain/custom-fields/metadata';
import { companyPath, contactPath } from '@/domain/paths';
import type { AddedName } from '@/lib/list/added-names';
import { formatMoney, type MoneyStyle } from '@/lib/money/money';
import { addedUp } from './added-up';
import { type Cell, linkCell } from './cells';
import type { Column, ListColumns } from './column-heads';

/** How wide the columns of each type are at first. */
const widths: Record<FieldType, { width: number; grow?: number }> = {
	text: { width: 130, grow: 2 },
	long: { width: 160, grow: 2 },
	link: { width: 150, grow: 2 },
	number: { width: 104 },
	amount: { width: 132 },
	date: { width: 116 },
	yes: { width: 84 },
	choice: { width: 120, grow: 1 },
	choices: { width: 140, grow: 2 },
	contact: { width: 140, grow: 1 },
	company: { width: 150, grow: 1 },
};

/** The columns of custom fields; `names` are those of the contacts and companies that they hold, by their ids. */
export function customColumns(
	fields: readonly CustomField[],
	style: MoneyStyle,
	names: Record<string, string>,
): ListColumns<{ metadata?: Metadata }, AddedName> {
	return Object.fromEntries(
		fields.map((field) => {
			const name = customName(field.id);
			const cell: Column<{ metadata?: Metadata }, AddedName>['cell'] = ({ metadata = {} }) => {
				const value = Object.hasOwn(metadata, field.id) ? metadata[field.id] : undefined;
				return value === undefined || value === null ? null : customCell(field, value, style, names);
			};
			return [name, { ...widths[field.type], ...looks(field, style), ...sortOf(field, name), field: name, cell }];
		}),
	);
}

const sorted = new Set<FieldType>(['text', 'link', 'number', 'amount', 'date', 'yes', 'choice']);
const sortOf = ({ type }: CustomField, name: AddedName) => (sorted.has(type) ? { sort: name } : {});

function looks({ type }: CustomField, style: MoneyStyle): Partial<Column<unknown, AddedName>> {
	if (type === 'number') return { align: 'right', sum: addedUp };
	if (type === 'amount')
		return {
			align: 'right',
			sum: (value, currency) => formatMoney(value, { ...style, currency: currency ?? style.currency }),
		};
	return type === 'date' ? { isDate: true } : {};
}

function customCell(field: CustomField, value: MetadataValue, style: MoneyStyle, names: Record<string, string>): Cell {
	const { type, options } = field;
	if (type === 'choice' || type === 'choices') {
		const chosen = new Set([value].flat());
		const tags = options.filter(({ id }) => chosen.has(id));
		return tags.length > 0 ? { tags: tags.map(({ name, colour }) => ({ name, colour })) } : null;
	}
	if ((type === 'contact' || type === 'company') && typeof value === 'string') {
		const path = type === 'contact' ? contactPath(value) : companyPath(value);
		return linkCell(names[value] ? path : null, names[value] ?? null) ?? `A ${type} that is gone`;
	}
	const words = customWords(field, value, style);
	return type === 'text' || type === 'long' || type === 'link' ? { own: words } : words;
}
