import { conditionParam, matchParam, writeConditions } from './condition-text';
import type { Condition, Where } from './conditions';
import type { ListField, ListFields } from './list-fields';

// The older parameters of lists, such as `stage=proposal`, as conditions and back.

/** The parameters that say what a list is filtered by. */
export function filterParams(fields: ListFields): string[] {
	const own = Object.values(fields).flatMap(({ written = {} }) => {
		const { any, from, to, spans, empty } = written;
		return [any, spans?.param, from, to, empty?.[0]].filter((name) => name !== undefined);
	});
	return [...own, conditionParam, matchParam];
}

/** The conditions that the values of a list's own parameters are. */
export function conditionsOfFilters(fields: ListFields, filters: Record<string, string[]>): Condition[] {
	const currency = filters.currency?.length === 1 ? filters.currency[0] : undefined;
	return Object.entries(fields).flatMap(([field, { written, kind }]) => {
		if (!written) return [];
		const valuesOf = (param: string | undefined) => (param && filters[param]) || [];
		const conditions: Condition[] = [];
		const isEmpty = valuesOf(written.empty?.[0]).includes(written.empty?.[1] ?? '');
		const any = valuesOf(written.any);
		if (kind === 'yes' && any[0]) conditions.push({ field, is: 'is', values: any.slice(0, 1) });
		else if (any.length > 0) conditions.push({ field, is: 'any', values: isEmpty ? [...any, ''] : [...any] });
		else if (isEmpty) conditions.push({ field, is: 'empty', values: [] });
		const spans = valuesOf(written.spans?.param).flatMap((name) => written.spans?.names[name] ?? []);
		if (spans.length > 0) conditions.push({ field, is: 'in', values: spans });
		const bound = (param: string | undefined) =>
			valuesOf(param)
				.slice(0, 1)
				.map((value) => (kind === 'money' && currency && !/[A-Z]$/.test(value) ? value + currency : value));
		return [...conditions, ...between(field, kind, bound(written.from), bound(written.to))];
	});
}

/** A first and a last value as one condition, or as two if they are amounts in different currencies. */
function between(field: string, kind: ListField['kind'], from: string[], to: string[]): Condition[] {
	const [least, most]: Condition['is'][] = kind === 'date' ? ['from', 'until'] : ['min', 'max'];
	const currencies = [...from, ...to].map((value) => (kind === 'money' ? value.replace(/[\d.]/g, '') : ''));
	if (from.length > 0 && to.length > 0 && new Set(currencies).size === 1)
		return [{ field, is: 'between', values: [...from, ...to] }];
	return [
		...(from.length > 0 && least ? [{ field, is: least, values: from }] : []),
		...(to.length > 0 && most ? [{ field, is: most, values: to }] : []),
	];
}

/** The parameters of a field's condition; null where the older ones cannot say it. */
function writtenAs({ written, kind }: ListField, { is, values }: Condition): [string, string][] | null {
	const { any, only, spans, from, to, empty } = written ?? {};
	const [first = '', second = ''] = values;
	if (any && (is === 'any' || (is === 'is' && kind === 'yes'))) {
		if (values.includes('') && !empty) return null;
		if (only && values.some((value) => !only.includes(value))) return null;
		return values.map((value) => (value === '' && empty ? [...empty] : [any, value]));
	}
	if (is === 'empty' && empty) return [[...empty]];
	if (is === 'in' && spans) {
		const names = Object.entries(spans.names).filter(([, span]) => values.includes(span));
		return names.length === values.length ? names.map(([name]) => [spans.param, name]) : null;
	}
	if (kind === 'text' || !from || !to) return null;
	if (is === 'from' || is === 'min') return [[from, first]];
	if (is === 'until' || is === 'max') return [[to, first]];
	return is === 'between'
		? [
				[from, first],
				[to, second],
			]
		: null;
}

/**
 * The parameters of an address for all conditions of a list: its own ones for what they can say, once each, and the general one
 * for everything else.
 */
export function writeWhere(fields: ListFields, { match, conditions, groups }: Where): [string, string][] {
	const used = new Set<string>();
	const others: Condition[] = [];
	const pairs = conditions.flatMap((condition) => {
		const field = fields[condition.field];
		const written = field && writtenAs(field, condition);
		const params = new Set(written?.map(([param]) => param));
		// what is said by two parameters of one field, or by one of them twice, would be read as one condition
		const taken = [...params].some((param) => used.has(param)) || isRead(field, params, used);
		if (!written || taken) {
			others.push(condition);
			return [];
		}
		for (const param of params) used.add(param);
		return written;
	});
	const asked = writeConditions({ conditions: others, groups });
	const parts = conditions.length + groups.length;
	return [
		...pairs,
		...asked.map((text): [string, string] => [conditionParam, text]),
		...(match === 'any' && (parts > 1 || groups.length > 0) ? [[matchParam, 'any'] as [string, string]] : []),
	];
}

/** Whether a parameter that is used already makes one condition with one of the new ones. */
function isRead(field: ListField | undefined, params: Set<string>, used: Set<string>): boolean {
	const { any, from, to, empty } = field?.written ?? {};
	const pairs = [
		[from, to],
		[any, empty?.[0]],
	];
	return pairs.some(([one, other]) => {
		if (!one || !other) return false;
		return (params.has(one) && used.has(other)) || (params.has(other) && used.has(one));
	});
}
