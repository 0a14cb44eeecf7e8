import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { dayIn, daysLater, instantOf } from '@/lib/dates/dates';
import { Prisma } from '@/lib/db/db';
import { readBound } from '@/lib/money/amount-bound';
import { isAddedName } from './added-names';
import { type DaysBetween, daysAsked } from './condition-days';
import { type Condition, fitsField, type Where } from './conditions';
import type { ListField, ListFields } from './list-fields';
import type { LoneRows } from './list-query';

/** Whose list is asked, and the settings that give conditions their meaning. */
export type Asker = {
	userId: UserId;
	timeZone: string;
	/** The first day of the week, 1 Monday to 7 Sunday, and the currency of amounts that name none. */
	weekStart: Prisma.Sql;
	currency: Prisma.Sql;
};

/** How a field of a list is asked for. */
export type FieldSql = {
	/** Its value, NULL where it is empty; of text, as `fold()` makes it. */
	value: Prisma.Sql;
	/** Its type, where values are compared as another one than text. */
	type?: 'uuid' | 'int' | 'numeric' | 'deal_stage' | 'activity_type' | 'company_size' | 'contact_rhythm';
	/** An instant, which is asked for by the user's days. */
	instant?: true;
	/** The currency of an amount. */
	currency?: Prisma.Sql;
	/** Where the value doesn't stand in the list's own row: true if it, or one of them, stands in some row and meets a condition. */
	exists?: (condition: Prisma.Sql, asker: Asker) => Prisma.Sql;
	/** It stands in exactly one such row, whatever it is; or in one only if it has a value. */
	one?: true;
	filled?: true;
	/** Of several such rows, the one with the least value is meant; only of dates. */
	least?: true;
	/** A join to those rows, by which its values are counted. */
	rows?: Prisma.Sql;
	/** Those rows by themselves, `table t WHERE …`, where each record with a value has one: it is counted by them alone. */
	among?: (asker: Asker) => Prisma.Sql;
	/** Its further values, where a row can have some: how each is read, and true if one of them meets a condition. */
	further?: { value: Prisma.Sql; exists: (condition: Prisma.Sql) => Prisma.Sql };
	/** A column with the trigram index that has all of the text. */
	search?: Prisma.Sql;
	/** How the database has its options. */
	stored?: (value: string) => string | number;
	/** True for rows that have such a field at all. */
	applies?: Prisma.Sql;
	/** The condition that a record has any of the options, where a comparison with the value does not say it. */
	any?: (values: string[], asker: Asker) => Prisma.Sql;
};

export type FieldsSql<Fields extends ListFields> = Record<keyof Fields, FieldSql>;

/** The conditions of a list as ` AND …` each. */
export function whereSql<Fields extends ListFields>(
	fields: Fields,
	sql: FieldsSql<Fields>,
	{ match, conditions, groups }: Where,
	asker: Asker,
): Prisma.Sql[] {
	const ask = (condition: Condition) => conditionSql(condition, fields[condition.field], sql[condition.field], asker);
	const within = match === 'all' ? ' OR ' : ' AND ';
	const parts = [
		...conditions.map(ask),
		...groups.map((group) => Prisma.sql`(${Prisma.join(group.map(ask), within)})`),
	];
	if (parts.length === 0) return [];
	return match === 'all'
		? parts.map((part) => Prisma.sql`AND ${part}`)
		: [Prisma.sql`AND (${Prisma.join(parts, ' OR ')})`];
}

function conditionSql(
	condition: Condition,
	field: ListField | undefined,
	sql: FieldSql | undefined,
	asker: Asker,
): Prisma.Sql {
	// of an added field that is gone or has become another one: nothing meets a condition on it
	if (!field || !sql || (isAddedName(condition.field) && !fitsField(field, condition))) return Prisma.sql`false`;
	const { field: _, ...asked } = condition;
	const { value, applies, exists, one, further } = sql;
	const meets = (condition: Prisma.Sql) => {
		if (exists) return exists(condition, asker);
		return applies ? Prisma.sql`(${applies} AND ${condition})` : Prisma.sql`(${condition})`;
	};
	const isFilled = () => {
		const own = meets(sql.filled ? Prisma.sql`true` : Prisma.sql`${value} IS NOT NULL`);
		return further ? anyOf([own, further.exists(Prisma.sql`true`)]) : own;
	};
	const isEmpty = () =>
		further || (exists && !one) ? Prisma.sql`NOT ${isFilled()}` : meets(Prisma.sql`${value} IS NULL`);
	const isText = (how: 'contains' | 'is') => {
		const own = meets(compareText(sql, how, asked.values));
		if (!further) return own;
		return anyOf([own, further.exists(compareText({ value: further.value }, how, asked.values))]);
	};
	// an empty value meets neither a condition nor, to PostgreSQL, its contrary
	const not = (condition: Prisma.Sql) =>
		exists ? Prisma.sql`NOT ${condition}` : Prisma.sql`(${condition} IS NOT TRUE)`;
	const { is, values } = asked;
	if (is === 'empty') return isEmpty();
	if (is === 'filled') return isFilled();
	if (is === 'any' || is === 'none') {
		const chosen = values.filter(Boolean);
		const some = () => sql.any?.(chosen, asker) ?? meets(isAnyOf(field, sql, chosen));
		const parts = [...(chosen.length > 0 ? [some()] : []), ...(values.includes('') ? [isEmpty()] : [])];
		const any = Prisma.sql`(${Prisma.join(parts, ' OR ')})`;
		return is === 'any' ? any : not(any);
	}
	if (field.kind === 'yes') {
		const holds = exists ? meets(value) : value;
		return values[0] === 'yes' ? holds : not(holds);
	}
	if (is === 'lacks') return not(isText('contains'));
	if (field.kind === 'text') return isText(is === 'is' ? 'is' : 'contains');
	if (field.kind === 'date') return isOnDays(sql, { field: '', ...asked }, asker, meets);
	return meets(isNumber(sql, is, values, asker));
}

/** What is asked of the records with a value, to find those for which a condition must not hold. */
const contraries = { empty: 'filled', none: 'any', lacks: 'contains' } as const;

/** The rows beside a list that tell how many meet its condition, where there is a single one and it is on a value in them. */
export function loneRows<Fields extends ListFields>(
	fields: Fields,
	sql: FieldsSql<Fields>,
	{ conditions, groups }: Where,
	asker: Asker,
): LoneRows | undefined {
	const [condition, ...others] = conditions;
	if (!condition || others.length + groups.length > 0) return undefined;
	const [field, fieldSql] = [fields[condition.field], sql[condition.field]];
	if (!fieldSql?.among || !field || !fitsField(field, condition)) return undefined;
	const { is, values } = condition;
	// a choice that offers "empty" among its options
	if ((is === 'any' || is === 'none') && values.includes('')) return undefined;
	const isNo = field.kind === 'yes' && is === 'is' && values[0] !== 'yes';
	const isWithout = isNo || is in contraries;
	const met = isNo ? { ...condition, values: ['yes'] } : { ...condition, is: contraryOf(is) };
	const own = { ...fieldSql, exists: (inner: Prisma.Sql) => Prisma.sql`(${inner})` };
	return { rows: Prisma.sql`${fieldSql.among(asker)} AND ${conditionSql(met, field, own, asker)}`, isWithout };
}

const contraryOf = (is: Condition['is']) => (is in contraries ? contraries[is as keyof typeof contraries] : is);

function isAnyOf({ open }: ListField, { value, type, stored }: FieldSql, chosen: string[]): Prisma.Sql {
	if (open === 'folded') return Prisma.sql`${value} = ANY (ARRAY(SELECT fold(v) FROM unnest(${chosen}::text[]) v))`;
	const array = Prisma.raw(`${type ?? 'text'}[]`);
	return Prisma.sql`${value} = ANY (${stored ? chosen.map(stored) : chosen}::${array})`;
}

/** Words that the search has as they are, so that its index finds them. */
const isPlainWord = (word: string) => /^[\p{L}\p{N}]{3,}$/u.test(word);

function compareText(
	{ value, search }: Pick<FieldSql, 'value' | 'search'>,
	is: 'contains' | 'is',
	texts: string[],
): Prisma.Sql {
	const any = texts.map((text) => {
		if (is === 'is') return Prisma.sql`${value} = fold(${text})`;
		const words = search ? text.split(/\s+/u).filter(isPlainWord) : [];
		const found = words.map((word) => Prisma.sql`${search} LIKE holds(${word}) AND`);
		return Prisma.sql`(${Prisma.join([...found, Prisma.sql`strpos(${value}, fold(${text})) > 0`], ' ')})`;
	});
	return anyOf(any);
}

function isNumber(
	{ value, currency, type: stored }: FieldSql,
	is: Condition['is'],
	values: string[],
	asker: Asker,
): Prisma.Sql {
	// whole numbers as such, so that an index on them serves
	const type = Prisma.raw(
		!currency && stored !== 'numeric' && values.every((text) => /^-?\d+$/.test(text)) ? 'int' : 'numeric',
	);
	const [first, second] = values.map((text) => (currency ? readBound(text) : { value: text, currency: undefined }));
	const least = Prisma.sql`${first?.value}::text::${type}`;
	const compared = {
		min: Prisma.sql`${value} >= ${least}`,
		max: Prisma.sql`${value} <= ${least}`,
		between: Prisma.sql`${value} BETWEEN ${least} AND ${second?.value ?? null}::text::${type}`,
	}[is as 'min' | 'max' | 'between'];
	const condition = compared ?? Prisma.sql`${value} = ${least}`;
	return currency ? Prisma.sql`${currency} = ${first?.currency ?? asker.currency} AND ${condition}` : condition;
}

const weekStarts = [1, 2, 3, 4, 5, 6, 7];

/** True for a date on the days that a condition asks for. Where these depend on the first day of the week, they are reckoned for each. */
function isOnDays(
	sql: FieldSql,
	condition: Condition,
	asker: Asker,
	meets: (condition: Prisma.Sql) => Prisma.Sql,
): Prisma.Sql {
	const today = dayIn(new Date(), asker.timeZone);
	const byWeek = weekStarts.map((weekStart) => daysAsked(condition, { today, weekStart }));
	const ranges = (byWeek[0] ?? []).map((_, index) =>
		rangeOf(
			sql,
			byWeek.map((days) => days[index] ?? {}),
			asker,
		),
	);
	// none before the range and one in it, as joins, which can be made in any order
	if (sql.least) return anyOf(ranges.map(({ before, within }) => leastIs(meets, before, within)));
	return meets(anyOf(ranges.map(({ within }) => within)));
}

function leastIs(meets: (condition: Prisma.Sql) => Prisma.Sql, before: Prisma.Sql | null, within: Prisma.Sql) {
	return before ? Prisma.sql`(${meets(within)} AND NOT ${meets(before)})` : meets(within);
}

const anyOf = (conditions: Prisma.Sql[]) =>
	conditions.length === 1 && conditions[0] ? conditions[0] : Prisma.sql`(${Prisma.join(conditions, ' OR ')})`;

/** The conditions that a date is in a range, and that it is before it. */
function rangeOf({ value, instant }: FieldSql, byWeek: DaysBetween[], asker: Asker) {
	const type = Prisma.raw(instant ? 'timestamptz' : 'date');
	const startOf = (day: string) => (instant ? instantOf(`${day}T00:00`, asker.timeZone).toISOString() : day);
	const bound = (days: string[]): Prisma.Sql | null => {
		if (days.length === 0) return null;
		if (new Set(days).size === 1) return Prisma.sql`${startOf(days[0] ?? '')}::${type}`;
		return Prisma.sql`(${days.map(startOf)}::${type}[])[${asker.weekStart}]`;
	};
	const from = bound(byWeek.flatMap((days) => days.from ?? []));
	const after = bound(byWeek.flatMap((days) => (days.to ? daysLater(days.to, 1) : [])));
	const parts = [
		...(from ? [Prisma.sql`${value} >= ${from}`] : []),
		...(after ? [Prisma.sql`${value} < ${after}`] : []),
	];
	return {
		before: from && Prisma.sql`${value} < ${from}`,
		within: Prisma.sql`(${Prisma.join(parts, ' AND ')})`,
	};
}
