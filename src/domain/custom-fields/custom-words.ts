import { formatDate, isDay } from '@/lib/dates/dates';
import { formatMoney, type MoneyStyle } from '@/lib/money/money';
import { type CustomField, customName } from './custom-field-types';
import { type MetadataValue, rawText } from './metadata';

/**
 * A value of a custom field as it is shown, apart from those that are records or options; what does not fit the field's type is shown as
 * it is stored.
 */
export function customWords({ type }: Pick<CustomField, 'type'>, value: MetadataValue, style: MoneyStyle): string {
	if (type === 'yes' && typeof value === 'boolean') return value ? 'Yes' : 'No';
	if (type === 'number' && typeof value === 'number')
		return value.toLocaleString(style.locale, { maximumFractionDigits: 6 });
	if (type === 'date' && typeof value === 'string' && isDay(value)) return formatDate(value, style);
	const [, amount, currency] = (type === 'amount' && /^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/.exec(rawText(value))) || [];
	return amount && currency ? formatMoney(amount, { ...style, currency }) : rawText(value);
}

/** What the group of rows with this value is called, where a list is grouped by a custom field; undefined for any other group. */
export function customGroupLabel(
	fields: readonly CustomField[],
	group: string,
	key: string | null | undefined,
): string | undefined {
	const field = fields.find(({ id }) => customName(id) === group);
	if (!field) return undefined;
	if (!key) return `No ${field.name}`;
	if (field.type === 'yes') return key === 'true' ? 'Yes' : 'No';
	return field.options.find(({ id }) => id === key)?.name ?? 'An option that is gone';
}

/** The other records that have the value of a record's unique field, by the ids of the fields: the name of one, and how many more. */
export type SameValues = Record<string, { name: string; more: number }>;

/** The same in a few words, such as "Same as “Bắc Hà” and 2 more." */
export const sameWords = ({ name, more }: SameValues[string]): string =>
	`Same as “${name}”${more > 0 ? ` and ${more} more` : ''}.`;
