import { isDay } from '@/lib/dates/dates';
import { isRecordId } from '@/lib/text/text';

// The parameters by which a list is filtered, and which of their values make sense.

/** A filter: reads the values of its parameter and keeps those that make sense; an empty list is "not filtered". */
export type Filter<Value extends string> = (values: string[]) => Value[];

export type Filters = Record<string, Filter<string>>;

/** A filter with a fixed set of values. */
export function oneOf<Value extends string>(...allowed: readonly Value[]): Filter<Value> {
	return (values) => allowed.filter((value) => values.includes(value));
}

/** A filter with a fixed set of values, of which only the last one given applies. */
export function lastOf<Value extends string>(...allowed: readonly Value[]): Filter<Value> {
	return (values) => values.flatMap((given) => allowed.filter((value) => value === given)).slice(-1);
}

/** A filter by the content of a text field. */
export function anyText(maxLength: number): Filter<string> {
	return (values) => unique(values.map((value) => value.toWellFormed().replaceAll('\0', '').slice(0, maxLength)));
}

/** A filter by other records, given by their ids. */
export function recordIds(): Filter<string> {
	return (values) => unique(values.filter(isRecordId));
}

/** A filter by a bound of an amount: a decimal number as numeric(15,2) holds it, with its currency, such as "1500.5USD". */
export function amount(): Filter<string> {
	return (values) => values.filter((value) => /^\d{1,13}(\.\d{1,2})?([A-Z]{3})?$/.test(value)).slice(0, 1);
}

/** A filter by a bound of time: a day as YYYY-MM-DD. */
export function day(): Filter<string> {
	return (values) => values.filter(isDay).slice(0, 1);
}

const maxValues = 20;

function unique(values: string[]): string[] {
	return [...new Set(values)].filter(Boolean).slice(0, maxValues);
}
