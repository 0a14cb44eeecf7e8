import 'server-only';
import { Prisma } from '@/lib/db/db';
import { read } from '@/lib/db/read';
import type { Asker, FieldSql } from './condition-sql';
import { countLimit } from './list-count';
import type { ListField } from './list-fields';
import type { ListQuery } from './list-query';
import { listConditions } from './list-sql';

/** How many rows of a list have each value of a field, an empty one by the name ''; texts as `fold()` makes them. */
export type OptionCounts = Record<string, number>;

/** A field of a list, and the list's query. */
export type CountedField = { field: string; query: string };

/** Whether the values of a field are offered one by one. */
const hasOptions = ({ kind, source }: ListField) => !source && ['choice', 'record', 'yes'].includes(kind);

/**
 * How many rows of a list have each of the values that are offered of a field. None where the list has more rows than are counted,
 * as that would read all of it.
 */
export async function countOptions(
	listed: ListQuery,
	field: ListField | undefined,
	sql: FieldSql | undefined,
	asker: Asker,
): Promise<OptionCounts> {
	if (!field || !sql || !hasOptions(field)) return {};
	const { from, id, owned } = listed;
	const rows = Prisma.sql`SELECT ${id} AS id FROM ${from} WHERE ${owned} ${await listConditions(listed, 'index', countLimit + 1)}`;
	const found = Prisma.sql`WITH found AS MATERIALIZED (${rows} LIMIT ${countLimit + 1}),
		total AS MATERIALIZED (SELECT count(*)::int AS rows FROM found)`;
	const counted = Prisma.sql`${id} IN (SELECT id FROM found) AND total.rows <= ${countLimit}`;
	const { any, applies = Prisma.sql`true` } = sql;
	if (any) {
		const options = (field.options ?? []).map(({ value }) => value);
		const each = options.map((value) => Prisma.sql`count(*) FILTER (WHERE ${any([value], asker)})::int`);
		if (each.length === 0) return {};
		const [counts] = await read<[{ counts: number[] | null }]>`
			${found} SELECT (SELECT ARRAY[${Prisma.join(each)}] FROM ${from} WHERE ${owned} AND ${counted}) AS counts FROM total`;
		return Object.fromEntries(options.flatMap((value, at) => (counts.counts ? [[value, counts.counts[at] ?? 0]] : [])));
	}
	const counts = await read<{ value: string | null; count: number }[]>`
		${found} SELECT each.value, each.count FROM total, LATERAL (
			SELECT (${sql.value})::text AS value, count(*)::int AS count
			FROM ${from} ${sql.rows ?? Prisma.empty} WHERE ${owned} AND ${counted} AND ${applies} GROUP BY 1
		) each`;
	const names = new Map((field.options ?? []).map(({ value }) => [String(sql.stored?.(value) ?? value), value]));
	const nameOf = (value: string | null) => {
		if (field.kind === 'yes') return value === 'true' ? 'yes' : 'no';
		return value === null ? '' : (names.get(value) ?? value);
	};
	const all: OptionCounts = {};
	for (const { value, count } of counts) all[nameOf(value)] = (all[nameOf(value)] ?? 0) + count;
	return all;
}
