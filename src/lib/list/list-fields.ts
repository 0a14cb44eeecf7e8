/** An option of a field: as addresses and the database have it, and what it is called. */
export type FieldOption = { value: string; label: string };

/** What a field holds, from which its operators follow. */
export type FieldKind = 'text' | 'choice' | 'record' | 'number' | 'money' | 'date' | 'yes';

/**
 * The parameters of a list's address in which older links and views write some of a field's conditions. They stay the written
 * form of what they can say.
 */
export type WrittenForm = {
	/** "is any of", a value each, and "yes" or "no". */
	any?: string;
	/** Those of its values that the parameter can say, where it cannot say all. */
	only?: readonly string[];
	/** Named spans of days, a value each, by the parameter's own names of them. */
	spans?: { param: string; names: Readonly<Record<string, DateSpan>> };
	/** The first and the last day, or the least and the most. */
	from?: string;
	to?: string;
	/** A parameter that says "is empty" by this value. */
	empty?: readonly [param: string, value: string];
};

/** A field of a list's records that can be filtered by and shown as a column. */
export type ListField = {
	label: string;
	kind: FieldKind;
	/** What can be chosen. Without them, the page gives those of the account, such as its tags or industries. */
	options?: readonly FieldOption[];
	/** What a record that it names is called. */
	noun?: string;
	/** A GET that finds the records to choose from. */
	source?: string;
	/** Chosen from texts of the user's, which any address may name, and compared without case and accents if not exact. */
	open?: 'folded' | 'exact';
	maxLength?: number;
	/** Never empty. */
	required?: true;
	/** Its options are records of the account, and the id of one that is gone still says what was asked for. */
	ownOptions?: true;
	/** A number of up to 15 digits, six of them behind the point. */
	wide?: true;
	/** Is one of its options at a time, and is asked for by that alone. */
	single?: true;
	/** Behind a number. */
	unit?: string;
	/** What having no value is called, where it can be chosen like one. */
	emptyLabel?: string;
	written?: WrittenForm;
};

/** The fields of a list by name, in the order in which they are offered. */
export type ListFields = Readonly<Record<string, ListField>>;

/** Ranges of days that move along with the calendar. */
export const spanNames = {
	today: 'Today',
	yesterday: 'Yesterday',
	tomorrow: 'Tomorrow',
	week: 'This week',
	'last-week': 'Last week',
	'next-week': 'Next week',
	month: 'This month',
	'last-month': 'Last month',
	'next-month': 'Next month',
	quarter: 'This quarter',
	'last-quarter': 'Last quarter',
	'next-quarter': 'Next quarter',
	year: 'This year',
	'next-30': 'Next 30 days',
	'last-30': 'Last 30 days',
} as const;

export type DateSpan = keyof typeof spanNames;

/** A choice's options from its names. */
export function optionsOf<Value extends string>(names: Readonly<Record<Value, string>>): FieldOption[] {
	return Object.entries<string>(names).map(([value, label]) => ({ value, label }));
}
