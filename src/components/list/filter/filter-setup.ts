import type { FieldOption, ListFields } from '@/lib/list/list-fields';
import type { MoneyStyle } from '@/lib/money/money';

/** The lists that have filters. */
export type FilteredList = 'companies' | 'contacts' | 'deals' | 'activities';

/** What a page knows of its account for the filters of a list. */
export type FilterSetup = {
	/** What the records are called that the list is filtered by, by their ids. */
	names: Record<string, string>;
	/** How the account writes amounts and dates, and their currency where none is said. */
	style: MoneyStyle;
};

/** What a list can be filtered by. */
export type FilterFields = {
	fields: ListFields;
	/** The currencies that amounts can be in. */
	currencies?: string[];
};

/** The fields of a list with the options of the account, by their names. */
export function fieldsWith(fields: ListFields, options: Record<string, FieldOption[]>): ListFields {
	return Object.fromEntries(
		Object.entries(fields).map(([name, field]) => {
			const own = options[name];
			return [name, own ? { ...field, options: own } : field];
		}),
	);
}

/** Records by their ids, as their names. */
export function namesOf(...records: { id: string; name: string }[][]): Record<string, string> {
	return Object.fromEntries(records.flat().map(({ id, name }) => [id, name]));
}

/** Texts of the user's as options. */
export const textOptions = (texts: readonly string[]): FieldOption[] =>
	texts.map((text) => ({ value: text, label: text }));

/** All tags as options. */
export const tagOptions = (tags: { id: string; name: string }[]): FieldOption[] =>
	tags.map(({ id, name }) => ({ value: id, label: name }));
