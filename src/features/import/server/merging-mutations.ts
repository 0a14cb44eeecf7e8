import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { kindColumns } from '../file/import-columns';
import type { ImportSettings } from '../import-settings';

type Merging = { with: Prisma.Sql; from: Prisma.Sql; names: Prisma.Sql; values: Prisma.Sql; differs: Prisma.Sql };

/**
 * What the rows that were taken for records make of these: they fill in what is empty by the first row that says it, or overwrite with
 * the last. A check shows by it what a run then saves.
 */
function merging(userId: UserId, kind: ImportSettings['kind'], how: 'fill' | 'overwrite'): Merging {
	const { columns } = kindColumns[kind];
	const isFilled = how === 'fill';
	const raw = (parts: string[]) => Prisma.raw(parts.join(', '));
	const order = isFilled ? 'r.n' : 'r.n DESC';
	const changed = columns.filter(({ made, filled }) => !made && (!isFilled || filled !== false));
	const said = changed.map(({ column, value, merged = value, labels }) => {
		// a label is that of the row which says the value
		const says = labels ? changed.find((each) => each.column === labels)?.value : merged;
		return `(array_agg(${merged} ORDER BY ${order}) FILTER (WHERE ${says} IS NOT NULL))[1] AS ${column}`;
	});
	const merged = changed.map(({ column, empty, labels }) => {
		if (labels) return labelOf({ column, labels }, isFilled);
		const present = empty ? `nullif(t.${column}, ${empty})` : `t.${column}`;
		return isFilled ? `coalesce(${present}, f.${column}, t.${column})` : `coalesce(f.${column}, t.${column})`;
	});
	const own = `coalesce(m.metadata, '{}')`;
	const values = raw([...merged, isFilled ? `${own} || t.metadata` : `t.metadata || ${own}`]);
	const names = raw([...changed.map(({ column }) => column), 'metadata']);
	const present = raw([...changed.map(({ column }) => `t.${column}`), 't.metadata']);
	return {
		with: Prisma.sql`
			f AS MATERIALIZED (
				SELECT r.target, ${raw(said)} FROM import_row r WHERE r.how = ${how} GROUP BY r.target
			), m AS MATERIALIZED (
				SELECT r.target, jsonb_object_agg(e.key, e.value ORDER BY ${Prisma.raw(isFilled ? 'r.n DESC' : 'r.n')}) AS metadata
				FROM import_row r CROSS JOIN jsonb_each(r.metadata) e WHERE r.how = ${how} GROUP BY r.target
			)`,
		from: Prisma.sql`f LEFT JOIN m ON m.target = f.target`,
		...{ names, values },
		differs: Prisma.sql`
			t.user_id = ${userId}::uuid AND t.id = f.target AND ROW(${present}) IS DISTINCT FROM ROW(${values})`,
	};
}

/** Changes records by the rows that were taken for them; returns how many. */
export async function mergeRows(
	tx: Tx,
	userId: UserId,
	kind: ImportSettings['kind'],
	how: 'fill' | 'overwrite',
): Promise<number> {
	const { with: tables, from, names, values, differs } = merging(userId, kind, how);
	return tx.$executeRaw`
		WITH ${tables}
		UPDATE ${Prisma.raw(kindColumns[kind].table)} t SET (${names}) = ROW(${values}) FROM ${from} WHERE ${differs}`;
}

/** A query for the ids of the records that `mergeRows` would change. */
export function mergedRecords(userId: UserId, kind: ImportSettings['kind'], how: 'fill' | 'overwrite'): Prisma.Sql {
	const { with: tables, from, differs } = merging(userId, kind, how);
	return Prisma.sql`(
		WITH ${tables} SELECT t.id FROM ${from} JOIN ${Prisma.raw(kindColumns[kind].table)} t ON ${differs}
	)`;
}

/** A label goes with its value; where a record has the same value without one, it is filled in. */
function labelOf({ column, labels }: { column: string; labels: string }, isFilled: boolean): string {
	const [present, said] = [`t.${column}`, `f.${column}`];
	const same = `WHEN t.${labels} = f.${labels} THEN ${isFilled ? `coalesce(${present}, ${said})` : `coalesce(${said}, ${present})`}`;
	return isFilled
		? `CASE WHEN t.${labels} IS NULL THEN ${said} ${same} ELSE ${present} END`
		: `CASE WHEN f.${labels} IS NULL THEN ${present} ${same} ELSE ${said} END`;
}
