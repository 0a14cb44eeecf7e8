import { isDay } from '@/lib/dates/dates';
import { isAddedName } from './added-names';
import { type ListField, type ListFields, spanNames } from './list-fields';

/** How a condition compares a field with its values. */
export type Operator =
	| 'any'
	| 'none'
	| 'contains'
	| 'lacks'
	| 'is'
	| 'min'
	| 'max'
	| 'between'
	| 'in'
	| 'next'
	| 'last'
	| 'ago'
	| 'ahead'
	| 'on'
	| 'before'
	| 'after'
	| 'from'
	| 'until'
	| 'empty'
	| 'filled';

/** A condition on a field of a list; an empty value among those of "any" and "none" is the empty field. */
export type Condition = { field: string; is: Operator; values: string[] };

/** The conditions of a list: whether all or any of its parts must hold. Within a group it is the other way round. */
export type Where = { match: 'all' | 'any'; conditions: Condition[]; groups: Condition[][] };

export const noConditions: Where = { match: 'all', conditions: [], groups: [] };

const operatorsOfKind: Record<ListField['kind'], readonly Operator[]> = {
	choice: ['any', 'none'],
	record: ['any', 'none'],
	yes: ['is'],
	text: ['contains', 'lacks', 'is'],
	number: ['is', 'min', 'max', 'between'],
	money: ['is', 'min', 'max', 'between'],
	date: ['in', 'next', 'last', 'ago', 'ahead', 'on', 'before', 'after', 'from', 'until', 'between'],
};

/** The operators of a field, the usual one first. */
export function operatorsOf({ kind, required, single }: ListField): readonly Operator[] {
	if (single) return ['any'];
	return required || kind === 'yes' ? operatorsOfKind[kind] : [...operatorsOfKind[kind], 'empty', 'filled'];
}

/** The most values of one condition. */
export const maxConditionValues = 20;
const maxTextLength = 200;
/** The most days that a relative date is away. */
export const maxDaysAway = 9_999;

/** The field of a condition; undefined for one that is gone. */
export const fieldOf = (fields: ListFields, name: string): ListField | undefined =>
	Object.hasOwn(fields, name) ? fields[name] : undefined;

/**
 * The condition with those of its values that make sense; null if none is left, or the field has no such operator. With `keepsGone`,
 * one on an added field that the list doesn't have, or that has another type than it had, stays as it is: without it, the list
 * would have what was not asked for.
 */
export function validCondition(fields: ListFields, condition: Condition, keepsGone = false): Condition | null {
	const valid = fittingCondition(fieldOf(fields, condition.field), condition);
	return valid ?? (keepsGone && isAddedName(condition.field) ? goneCondition(condition) : null);
}

/** Whether a condition asks for something that its field can have; nothing meets one that does not. */
export const fitsField = (field: ListField | undefined, condition: Condition): boolean =>
	fittingCondition(field, condition) !== null;

function fittingCondition(field: ListField | undefined, { field: name, is, values }: Condition): Condition | null {
	if (!field || !operatorsOf(field).includes(is)) return null;
	const valid = validValues(field, is, values);
	// none but the empty value
	if ((is === 'any' || is === 'none') && valid?.join() === '')
		return { field: name, is: is === 'any' ? 'empty' : 'filled', values: [] };
	return valid && { field: name, is, values: valid };
}

const allOperators = new Set<Operator>([...Object.values(operatorsOfKind).flat(), 'empty', 'filled']);

function goneCondition({ field, is, values }: Condition): Condition | null {
	if (!allOperators.has(is)) return null;
	if (is === 'empty' || is === 'filled') return { field, is, values: [] };
	const asked = texts(values, maxTextLength);
	return asked.length > 0 ? { field, is, values: asked } : null;
}

function validValues(field: ListField, is: Operator, values: string[]): string[] | null {
	const [first = '', second = ''] = values;
	if (is === 'empty' || is === 'filled') return [];
	if (is === 'any' || is === 'none')
		return someOf(chosenValues(field, values).slice(0, field.single ? 1 : maxConditionValues));
	if (is === 'in') return someOf(Object.keys(spanNames).filter((name) => values.includes(name)));
	if (is === 'next' || is === 'last' || is === 'ago' || is === 'ahead')
		return /^\d{1,4}$/.test(first) ? [String(Number(first))] : null;
	if (field.kind === 'yes') return first === 'yes' || first === 'no' ? [first] : null;
	if (field.kind === 'text') return someOf(texts(values, maxTextLength));
	const isValid = { number: field.wide ? isWideNumber : isNumber, money: isAmount, date: isDay }[
		field.kind as 'number' | 'money' | 'date'
	];
	if (is !== 'between') return isValid(first) ? [first] : null;
	const areAlike = field.kind !== 'money' || currencyOf(first) === currencyOf(second);
	return isValid(first) && isValid(second) && areAlike ? [first, second] : null;
}

/** Those of the values that the field can have, in the order in which they are offered, and the empty one last. */
function chosenValues(field: ListField, values: string[]): string[] {
	const { options, ownOptions, open, maxLength = maxTextLength, kind, required, single } = field;
	const empty = !required && !single && values.includes('') ? [''] : [];
	if (kind === 'record')
		return [...new Set(values.filter((id) => uuid.test(id)).map((id) => id.toLowerCase()))]
			.slice(0, maxConditionValues - empty.length)
			.concat(empty);
	if (open) return texts(values, maxLength).concat(empty);
	const known = (options ?? []).map(({ value }) => value).filter((value) => values.includes(value));
	const gone = ownOptions ? values.filter((id) => uuid.test(id) && !known.includes(id)) : [];
	return [...known, ...[...new Set(gone)].slice(0, maxConditionValues - known.length), ...empty];
}

// zod's, which the browser has no need of
const uuid = /^[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}$/i;

const someOf = (values: string[]) => (values.length > 0 ? values : null);

function texts(values: string[], maxLength: number): string[] {
	const clean = values.map((value) =>
		value.toWellFormed().replaceAll('\0', '').normalize('NFC').slice(0, maxLength).toWellFormed().trim(),
	);
	return [...new Set(clean)].filter(Boolean).slice(0, maxConditionValues - 1);
}

const isNumber = (text: string) => /^-?\d{1,9}(\.\d{1,2})?$/.test(text);
const isWideNumber = (text: string) => /^-?\d{1,15}(\.\d{1,6})?$/.test(text);
const isAmount = (text: string) => /^\d{1,13}(\.\d{1,2})?([A-Z]{3})?$/.test(text);
const currencyOf = (text: string) => text.replace(/[\d.]/g, '');

/** All conditions, those of groups too. */
export const allConditions = ({ conditions, groups }: Where): Condition[] => [...conditions, ...groups.flat()];

/** Whether there are any. */
export const hasConditions = ({ conditions, groups }: Where) => conditions.length > 0 || groups.length > 0;

/** The values of all conditions on some fields, such as the ids of the records that they name. */
export function valuesOn(where: Where, ...fields: string[]): string[] {
	const values = allConditions(where).flatMap(({ field, values }) => (fields.includes(field) ? values : []));
	return [...new Set(values)].filter(Boolean);
}
