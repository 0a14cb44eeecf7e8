import fc from 'fast-check';
import { dayIn, daysLater, monthOf, monthsLater, quarterOf } from '@/lib/dates/dates';
import { type Condition, operatorsOf, type Where } from '@/lib/list/conditions';
import type { ListField, ListFields } from '@/lib/list/list-fields';
import { fold } from '@/lib/list/search';

// Filters in plain JavaScript, over rows that hold each field of a list as a plain value.

/** A field of a row: nothing, one value, or several; an instant is a Date, an amount a value with its currency. */
export type Plain = null | string | number | boolean | Date | string[] | { amount: number; currency: string };
export type PlainRow = { name: string } & Record<string, Plain>;

export type Reader = { timeZone: string; weekStart: number; currency: string };

/** Whether a row meets all conditions of a list. */
export function meets(fields: ListFields, row: Record<string, Plain>, where: Where, reader: Reader): boolean {
	const holds = (condition: Condition) => meetsOne(fields, row, condition, reader);
	const parts = [
		...where.conditions.map(holds),
		...where.groups.map((group) => (where.match === 'all' ? group.some(holds) : group.every(holds))),
	];
	return parts.length === 0 || (where.match === 'all' ? parts.every(Boolean) : parts.some(Boolean));
}

function meetsOne(fields: ListFields, row: Record<string, Plain>, condition: Condition, reader: Reader): boolean {
	const { field: name, is, values } = condition;
	const field = fields[name] as ListField;
	const value = row[name] ?? null;
	const all = value === null ? [] : Array.isArray(value) ? value : [value];
	const asText = (each: string) => (field.kind === 'text' || field.open === 'folded' ? fold(each) : each);
	const given = values.map(asText);
	if (name === 'silence') return isSilent(value, String(values[0]), reader);
	// what is lost has a reason or none; what isn't has no such field
	const isEmpty = name === 'lostReason' ? row.stage === 'closed_lost' && all.length === 0 : all.length === 0;
	const texts = all.map((each) => asText(String(each)));
	const isAny = () => texts.some((text) => given.includes(text)) || (values.includes('') && isEmpty);
	switch (is) {
		case 'empty':
			return isEmpty;
		case 'filled':
			return all.length > 0;
		case 'any':
			return isAny();
		case 'none':
			return values.join() === '' ? all.length > 0 : !isAny();
		case 'contains':
			return texts.some((text) => given.some((part) => text.includes(part)));
		case 'lacks':
			return !texts.some((text) => given.some((part) => text.includes(part)));
	}
	if (field.kind === 'yes') return (values[0] === 'yes') === value;
	if (field.kind === 'text') return texts.some((text) => given.includes(text));
	if (all.length === 0) return false;
	if (field.kind === 'date')
		return isOnDay(value instanceof Date ? dayIn(value, reader.timeZone) : String(value), condition, reader);
	const currencyOf = (text: string) => /[A-Z]*$/.exec(text)?.[0] || reader.currency;
	const numbers = values.map((text) => Number.parseFloat(text));
	if (value !== null && typeof value === 'object' && 'amount' in value)
		return value.currency === currencyOf(values[0] ?? '') && compares(value.amount, is, numbers);
	return compares(Number(value), is, numbers);
}

function compares(value: number, is: Condition['is'], [first = 0, second = 0]: number[]): boolean {
	if (is === 'min') return value >= first;
	if (is === 'max') return value <= first;
	return is === 'between' ? value >= first && value <= second : value === first;
}

function isSilent(last: Plain, asked: string, { timeZone }: Reader): boolean {
	if (asked === 'never') return last === null;
	const day = last instanceof Date ? dayIn(last, timeZone) : '';
	return day < daysLater(dayIn(new Date(), timeZone), -Number(asked));
}

function isOnDay(day: string, { is, values }: Condition, { timeZone, weekStart }: Reader): boolean {
	const today = dayIn(new Date(), timeZone);
	const away = (Date.parse(day) - Date.parse(today)) / 86_400_000;
	const [first = '', second = ''] = values;
	const count = Number(first);
	// the weeks that two days lie in, counted from a day on which one began
	const week = (each: string) =>
		Math.floor((Date.parse(each) - Date.parse('2024-01-01') - (weekStart - 1) * 86_400_000) / 604_800_000);
	const month = (each: string) => Number(each.slice(0, 4)) * 12 + Number(each.slice(5, 7)) - 1;
	const quarter = (each: string) => Math.floor(month(each) / 3);
	const spans: Record<string, () => boolean> = {
		today: () => away === 0,
		yesterday: () => away === -1,
		tomorrow: () => away === 1,
		week: () => week(day) === week(today),
		'last-week': () => week(day) === week(today) - 1,
		'next-week': () => week(day) === week(today) + 1,
		month: () => month(day) === month(today),
		'last-month': () => month(day) === month(today) - 1,
		'next-month': () => month(day) === month(today) + 1,
		quarter: () => quarter(day) === quarter(today),
		'last-quarter': () => quarter(day) === quarter(today) - 1,
		'next-quarter': () => quarter(day) === quarter(today) + 1,
		year: () => day.slice(0, 4) === today.slice(0, 4),
		'next-30': () => away >= 0 && away < 30,
		'last-30': () => away <= 0 && away > -30,
	};
	const operators: Partial<Record<Condition['is'], () => boolean>> = {
		in: () => values.some((span) => spans[span]?.()),
		next: () => away >= 0 && away <= count,
		last: () => away <= 0 && away >= -count,
		ago: () => away < -count,
		ahead: () => away > count,
		on: () => day === first,
		before: () => day < first,
		after: () => day > first,
		from: () => day >= first,
		until: () => day <= first,
		between: () => day >= first && day <= second,
	};
	return operators[is]?.() ?? false;
}

/** The id of no record. */
const nobody = '01a21e94-3256-748f-9d49-e4bc0a6bb44f';

/** Conditions on the fields of a list, with values that some of the rows have. */
export function someWhere(fields: ListFields, rows: Record<string, Plain>[]): fc.Arbitrary<Where> {
	const condition = fc
		.constantFrom(...Object.keys(fields))
		.chain((field) => someCondition(field, fields[field] as ListField, rows));
	return fc.record({
		match: fc.constantFrom('all' as const, 'any' as const),
		conditions: fc.array(condition, { maxLength: 4 }),
		groups: fc.array(fc.array(condition, { minLength: 1, maxLength: 3 }), { maxLength: 2 }),
	});
}

const someDay = (today: string) =>
	fc.oneof(
		fc.integer({ min: -100, max: 100 }).map((days) => daysLater(today, days)),
		fc.constantFrom(monthOf(today).from, monthOf(today).to, quarterOf(today).to, monthsLater(today, 3)),
	);

function someCondition(field: string, definition: ListField, rows: Record<string, Plain>[]): fc.Arbitrary<Condition> {
	const { kind, options, required, single } = definition;
	const known = [...new Set(rows.flatMap((row) => plainTexts(row[field] ?? null)))];
	const text = known.length > 0 ? fc.constantFrom(...known) : fc.constant(kind === 'record' ? nobody : 'Bình');
	const part = fc
		.tuple(text, fc.nat(6), fc.integer({ min: 1, max: 5 }))
		.map(([whole, from, length]) => whole.slice(from, from + length).trim() || whole);
	const day = someDay(dayIn(new Date(), 'UTC'));
	const number = fc.integer({ min: 0, max: 120 }).map(String);
	const amount = fc
		.tuple(fc.integer({ min: 0, max: 3000 }), fc.constantFrom('VND', 'USD', 'EUR'))
		.map(([value, currency]) => `${value}${currency}`);
	const one = kind === 'date' ? day : kind === 'money' ? amount : number;
	const option = options ? fc.constantFrom(...options.map(({ value }) => value)) : text;
	const chosen = required || single ? option : fc.oneof(option, option, fc.constant(''));
	const spans = fc.subarray(
		[
			'today',
			'yesterday',
			'tomorrow',
			'week',
			'last-week',
			'next-week',
			'month',
			'last-month',
			'next-month',
			'quarter',
			'last-quarter',
			'next-quarter',
			'year',
			'next-30',
			'last-30',
		],
		{ minLength: 1, maxLength: 3 },
	);
	const several = (value: fc.Arbitrary<string>) => fc.uniqueArray(value, { minLength: 1, maxLength: 3 });
	const valuesOf = (is: Condition['is']): fc.Arbitrary<string[]> => {
		if (is === 'empty' || is === 'filled') return fc.constant([]);
		if (is === 'in') return spans;
		if (is === 'next' || is === 'last' || is === 'ago' || is === 'ahead')
			return fc.integer({ min: 0, max: 70 }).map((days) => [String(days)]);
		if (kind === 'yes') return fc.constantFrom(['yes'], ['no']);
		if (is === 'any' || is === 'none') return several(chosen).map((values) => (single ? values.slice(0, 1) : values));
		if (kind === 'text') return several(is === 'is' ? text : part);
		if (is !== 'between') return one.map((value) => [value]);
		return fc
			.tuple(one, one)
			.map(([low, high]) => [low, kind === 'money' ? high.replace(/[A-Z]+/, low.replace(/\d+/, '')) : high]);
	};
	return fc
		.constantFrom(...operatorsOf(definition))
		.chain((is) => valuesOf(is).map((values) => ({ field, is, values })));
}

function plainTexts(value: Plain): string[] {
	if (value === null || value instanceof Date || typeof value === 'boolean') return [];
	if (typeof value === 'object' && !Array.isArray(value)) return [];
	return Array.isArray(value) ? value : [String(value)];
}
