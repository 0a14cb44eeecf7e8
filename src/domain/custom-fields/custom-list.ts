import 'server-only';
import { Prisma } from '@/lib/db/db';
import { type AddedName, isAddedName } from '@/lib/list/added-names';
import { type Asker, type FieldSql, loneRows } from '@/lib/list/condition-sql';
import type { Where } from '@/lib/list/conditions';
import type { AddedToList } from '@/lib/list/list-params';
import type { GroupOrder, LoneRows, SortColumn } from '@/lib/list/list-query';
import type { SumColumns } from '@/lib/list/list-sums-sql';
import { type CustomField, type CustomName, customName, type FieldType } from './custom-field-types';
import { addedToList } from './custom-list-fields';

/** Whose list is sorted, and the currency that comes first. */
type SortAsker = Pick<Asker, 'userId' | 'currency'>;

/** The custom fields of a list, and how they are asked for in the table that the list reads. */
export type CustomList = {
	fields: readonly CustomField[];
	added: AddedToList;
	sql: Readonly<Record<CustomName, FieldSql>>;
	/** The column that a field's name sorts by. */
	sortOf: (name: string, asker: SortAsker) => SortColumn | undefined;
	/** What rows are grouped by under a field's name. */
	groupOf: (name: string, asker: SortAsker) => GroupOrder | undefined;
	/** What of the fields can be added up. */
	sums: SumColumns['values'];
};

/** The table that each kind of record is read from as, in its list. */
const aliases: Record<CustomField['kind'], string> = { company: 'c', contact: 'p', deal: 'd', activity: 'a' };

/** The values of a field, `v` being a row of `field_value`. */
const values: Record<FieldType, Pick<FieldSql, 'value' | 'type' | 'search' | 'currency'>> = {
	text: { value: Prisma.sql`v.text_key`, search: Prisma.sql`v.text_key` },
	long: { value: Prisma.sql`v.text_key`, search: Prisma.sql`v.text_key` },
	link: { value: Prisma.sql`v.text_key`, search: Prisma.sql`v.text_key` },
	number: { value: Prisma.sql`v.num`, type: 'numeric' },
	amount: { value: Prisma.sql`v.num`, currency: Prisma.sql`v.currency` },
	date: { value: Prisma.sql`v.day` },
	yes: { value: Prisma.sql`v.num = 1` },
	choice: { value: Prisma.sql`v.ref`, type: 'uuid' },
	choices: { value: Prisma.sql`v.ref`, type: 'uuid' },
	contact: { value: Prisma.sql`v.ref`, type: 'uuid' },
	company: { value: Prisma.sql`v.ref`, type: 'uuid' },
};

const known = new WeakMap<readonly CustomField[], Map<CustomField['kind'], CustomList>>();
const byAdded = new WeakMap<AddedToList, CustomList>();

/** The fields of a kind of record among those of an account, archived ones left out. The same object for the same fields. */
export function customList(all: readonly CustomField[], noun: CustomField['kind']): CustomList {
	const lists = known.get(all) ?? new Map<CustomField['kind'], CustomList>();
	known.set(all, lists);
	const list = lists.get(noun) ?? makeCustomList(all, noun);
	lists.set(noun, list);
	byAdded.set(list.added, list);
	return list;
}

function makeCustomList(all: readonly CustomField[], noun: CustomField['kind']): CustomList {
	const alias = aliases[noun];
	const fields = all.filter(({ kind, isArchived }) => kind === noun && !isArchived);
	const places = new Map(fields.map((field, place) => [customName(field.id) as string, { field, place }]));
	const joined = new Map(fields.map((field, place) => [field.id, joinOf(field, alias, place)]));
	const sortOf: CustomList['sortOf'] = (name, asker) => {
		const { field, place } = places.get(name) ?? {};
		const join = field && joined.get(field.id);
		return field && join && sortColumn(field, join, place ?? 0, asker);
	};
	return {
		fields,
		added: addedToList(fields),
		sql: Object.fromEntries(fields.map((field) => [customName(field.id), fieldSql(field, alias)])),
		sortOf,
		groupOf: (name, asker) => {
			const sort = sortOf(name, asker);
			const { field, place } = places.get(name) ?? {};
			if (!sort || !field) return undefined;
			const v = Prisma.raw(`v${place}`);
			return field.type === 'yes'
				? { sort, key: Prisma.sql`(${v}.num = 1)::text` }
				: { sort, key: Prisma.sql`${v}.ref::text`, isIn: (keys) => Prisma.sql`${v}.ref = ANY (${keys}::uuid[])` };
		},
		sums: Object.fromEntries(
			fields.flatMap((field, place) => {
				const join = joined.get(field.id);
				if (!join || (field.type !== 'number' && field.type !== 'amount')) return [];
				const v = Prisma.raw(`v${place}`);
				const per = field.type === 'amount' ? Prisma.sql`${v}.currency` : Prisma.sql`NULL::text`;
				return [[customName(field.id), { value: Prisma.sql`${v}.num`, join, per }]];
			}),
		),
	};
}

/** Numbers stand in an index whose first order is their currency. */
const hasNoCurrency = ({ type }: CustomField) => type === 'number' || type === 'yes';

function fieldSql(field: CustomField, alias: string): FieldSql {
	const isField = Prisma.sql`v.field_id = ${field.id}::uuid ${hasNoCurrency(field) ? Prisma.sql`AND v.currency = ''` : Prisma.empty}`;
	const isOwn = Prisma.sql`${isField} AND v.record_id = ${Prisma.raw(alias)}.id`;
	return {
		...values[field.type],
		filled: true,
		exists: (condition, { userId }) =>
			Prisma.sql`EXISTS (SELECT FROM field_value v WHERE v.user_id = ${userId}::uuid AND ${isOwn} AND ${condition})`,
		rows: Prisma.sql`LEFT JOIN field_value v ON v.user_id = ${Prisma.raw(alias)}.user_id AND ${isOwn}`,
		...(field.type !== 'choices' && {
			among: ({ userId }: Pick<Asker, 'userId'>) =>
				Prisma.sql`field_value v WHERE v.user_id = ${userId}::uuid AND ${isField}`,
		}),
	};
}

/** The join to a field's first value, by an alias of its own: a list can be sorted by several fields. */
function joinOf(field: CustomField, alias: string, place: number): Prisma.Sql {
	const [v, record] = [Prisma.raw(`v${place}`), Prisma.raw(alias)];
	return Prisma.sql`LEFT JOIN field_value ${v} ON ${v}.user_id = ${record}.user_id AND ${v}.field_id = ${field.id}::uuid
		AND ${v}.record_id = ${record}.id AND ${v}.place = 0`;
}

/** The column that a field sorts by, as the index of its values has it. */
function sortColumn(
	field: CustomField,
	join: Prisma.Sql,
	place: number,
	{ userId, currency }: SortAsker,
): SortColumn | undefined {
	const v = Prisma.raw(`v${place}`);
	const sparse = (name: string) => ({
		isSet: Prisma.sql`${v}.${Prisma.raw(name)} IS NOT NULL`,
		isUnset: Prisma.sql`${v}.record_id IS NULL`,
	});
	const shared = { join, nullable: true, key: Prisma.sql`${v}.record_id` } as const;
	switch (field.type) {
		case 'text':
		case 'link':
			// longer texts than that have no room in an index
			return { ...shared, column: Prisma.sql`left(${v}.text_key, 100)`, sparse: sparse('text_key') };
		case 'date':
			return { ...shared, column: Prisma.sql`${v}.day`, sparse: sparse('day') };
		case 'number':
		case 'yes':
			return {
				...shared,
				column: Prisma.sql`${v}.num`,
				sparse: { ...sparse('num'), isSet: Prisma.sql`${v}.num IS NOT NULL AND ${v}.currency = ''` },
			};
		case 'amount':
			return {
				...shared,
				column: Prisma.sql`${v}.num`,
				sparse: sparse('num'),
				parts: {
					column: Prisma.sql`${v}.currency`,
					first: currency,
					among: {
						from: Prisma.sql`field_value ${v}`,
						owned: Prisma.sql`${v}.user_id = ${userId}::uuid AND ${v}.field_id = ${field.id}::uuid AND ${v}.num IS NOT NULL`,
					},
				},
			};
		case 'choice':
			return {
				...shared,
				column: Prisma.sql`${v}.ref`,
				sparse: sparse('ref'),
				parts: { column: Prisma.sql`${v}.ref`, ids: field.options.map(({ id }) => id) },
			};
		default:
			return undefined;
	}
}

const noFields = customList([], 'company');

/** The custom fields of the list that a state is of; none for a list that was not extended by its account's. */
export const customListOf = ({ added }: { added?: AddedToList }): CustomList =>
	(added && byAdded.get(added)) ?? noFields;

/** The values beside a list that tell how many records it has, where its only condition is on a custom field. */
export function loneValues(
	{ added, where }: { added?: AddedToList; where: Where },
	asker: Asker,
): LoneRows | undefined {
	const list = customListOf(added ? { added } : {});
	return loneRows(list.added.fields, list.sql, where, asker);
}

/** The column for each of a list's sorts: its own, or that of a custom field. */
export const sortColumnOf =
	<Sort extends string>(own: Readonly<Record<Sort, SortColumn>>, custom: CustomList, asker: SortAsker) =>
	(sort: Sort | AddedName): SortColumn => {
		const column = isAddedName(sort) ? custom.sortOf(sort, asker) : own[sort as Sort];
		if (!column) throw new Error('A sort that the list does not have.');
		return column;
	};
