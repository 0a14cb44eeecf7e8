import { type DateSettings, formatDate, isDay } from '@/lib/dates/dates';
import { formatMoney } from '@/lib/money/money';
import { isRecordId } from '@/lib/text/text';
import { type Names, nameKey } from './history-entry';

// The values of custom fields as the log has them: as text, of several options as a list in JSON.

/** The ids among some values: of options, contacts or companies. */
export function idsIn(...values: (string | null)[]): string[] {
	return values.flatMap((value) => (value === null ? [] : itemsOf(value).filter(isRecordId)));
}

function itemsOf(value: string): string[] {
	if (!value.startsWith('["')) return [value];
	try {
		const items: unknown = JSON.parse(value);
		return Array.isArray(items) && items.every((item) => typeof item === 'string') ? items : [value];
	} catch {
		return [value];
	}
}

/** A value of a custom field in words. Options, contacts and companies are named whatever type the field has become since. */
export function ownValue(
	value: string,
	type: string | null | undefined,
	{ names, settings }: { names: Names; settings: DateSettings },
): string {
	const items = itemsOf(value);
	const named = items.map((id) => nameOf(names, id));
	if (items.some(isRecordId) && named.every((name) => name !== undefined)) return named.join(', ');
	if (type === 'choice' || type === 'choices' || type === 'contact' || type === 'company') {
		const gone = type.startsWith('choice') ? 'an option that is not known' : `a ${type} that is not known`;
		return items.map((id, at) => named[at] ?? (isRecordId(id) ? gone : id)).join(', ');
	}
	if (type === 'date' && isDay(value)) return formatDate(value, settings);
	if (type === 'yes' && /^(true|false)$/.test(value)) return value === 'true' ? 'yes' : 'no';
	if (type === 'number' && /^-?\d+(\.\d+)?$/.test(value))
		return Number(value).toLocaleString(settings.locale, { maximumFractionDigits: 6 });
	const [, amount, currency] = (type === 'amount' && /^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/.exec(value)) || [];
	return amount && currency ? formatMoney(amount, { locale: settings.locale, currency }) : value;
}

const nameOf = (names: Names, id: string) =>
	['field_option', 'contact', 'company'].flatMap((entity) => names[nameKey(entity, id)]?.name ?? [])[0];
