import { formatDate } from '@/lib/dates/dates';
import { isAddedName } from '@/lib/list/added-names';
import { type Condition, fieldOf, fitsField, type Operator } from '@/lib/list/conditions';
import { type DateSpan, type ListField, type ListFields, spanNames } from '@/lib/list/list-fields';
import { readBound } from '@/lib/money/amount-bound';
import { formatMoney, type MoneyStyle } from '@/lib/money/money';

/** What the operators are called where one is selected. */
export function operatorName({ kind }: ListField, is: Operator): string {
	if (kind === 'text' && is === 'is') return 'is';
	return operatorNames[is];
}

const operatorNames: Record<Operator, string> = {
	any: 'is any of',
	none: 'is none of',
	contains: 'contains',
	lacks: 'doesn’t contain',
	is: '=',
	min: '≥',
	max: '≤',
	between: 'between',
	in: 'is in',
	next: 'in the next … days',
	last: 'in the last … days',
	ago: 'more than … days ago',
	ahead: 'more than … days from now',
	on: 'on',
	before: 'before',
	after: 'after',
	from: 'on or after',
	until: 'on or before',
	empty: 'is empty',
	filled: 'is not empty',
};

/** How an account writes amounts and dates, and the names of the records that are chosen. */
export type WordStyle = MoneyStyle & { names: Record<string, string> };

/** The name of one value of a field. */
export function valueName(
	{ kind, options = [], ownOptions, open, emptyLabel, noun }: ListField,
	value: string,
	names: Record<string, string>,
): string {
	if (value === '') return emptyLabel ?? 'Empty';
	const known = options.find((option) => option.value === value)?.label ?? names[value];
	if (known !== undefined || open) return known ?? value;
	if (ownOptions) return 'An option that is gone';
	return kind === 'record' ? `A ${noun ?? 'record'} that is gone` : value;
}

const inSentence = (names: string[]) => names.map((name, at) => (at > 0 ? name.toLowerCase() : name)).join(', ');

/** What a condition's field is called, and the condition in words; nothing meets one whose field is gone or has another type now. */
export function labeledCondition(
	fields: ListFields,
	condition: Condition,
	style: WordStyle,
): { label: string; words: string } {
	const field = fieldOf(fields, condition.field);
	if (!field) return { label: 'A field that is gone', words: matchesNothing };
	const fits = !isAddedName(condition.field) || fitsField(field, condition);
	return { label: field.label, words: fits ? conditionWords(field, condition, style) : matchesNothing };
}

const matchesNothing = 'matches nothing';

/** A condition in words, as they stand behind its field's name. */
export function conditionWords(field: ListField, { is, values }: Condition, style: WordStyle): string {
	const [first = '', second = ''] = values;
	const chosen = values.map((value) => valueName(field, value, style.names)).join(', ');
	const quoted = values.map((value) => `“${value}”`).join(' or ');
	const days = `${Number(first).toLocaleString('en')} ${first === '1' ? 'day' : 'days'}`;
	const write = (value: string) => {
		if (field.kind === 'date') return formatDate(value, style);
		if (field.kind === 'money') {
			const { value: amount, currency = style.currency } = readBound(value);
			return formatMoney(amount, { ...style, currency });
		}
		return [Number(value).toLocaleString(style.locale), field.unit].filter(Boolean).join(field.unit === '%' ? '' : ' ');
	};
	const words: Partial<Record<Operator, () => string>> = {
		any: () => chosen,
		none: () => (values.length === 1 ? `is not ${chosen}` : `is none of ${chosen}`),
		contains: () => `contains ${quoted}`,
		lacks: () => `doesn’t contain ${quoted}`,
		min: () => `at least ${write(first)}`,
		max: () => `at most ${write(first)}`,
		between: () => `${write(first)} – ${write(second)}`,
		in: () => inSentence(values.map((span) => spanNames[span as DateSpan])),
		next: () => `in the next ${days}`,
		last: () => `in the last ${days}`,
		ago: () => `more than ${days} ago`,
		ahead: () => `more than ${days} from now`,
		empty: () => field.emptyLabel ?? 'is empty',
		filled: () => 'is not empty',
	};
	if (is === 'is') {
		if (field.kind === 'yes') return first === 'yes' ? 'Yes' : 'No';
		return field.kind === 'text' ? `is ${quoted}` : write(first);
	}
	return words[is]?.() ?? `${operatorNames[is]} ${write(first)}`;
}
