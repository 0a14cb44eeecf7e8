import 'server-only';
import type { CustomField } from '@/domain/custom-fields/custom-field-types';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { kindColumns } from '../file/import-columns';
import type { ImportSettings } from '../import-settings';
import type { ImportedFields } from '../row/imported-fields';
import type { Reason } from './limits-mutations';

/** The fields of columns by whose values records are recognized. */
export function uniqueFields({ byColumn }: ImportedFields): CustomField[] {
	const all = [...new Set(byColumn)].flatMap((imported) => (imported && !imported.isNew ? imported.field : []));
	return all.filter(({ isUnique, isArchived }) => isUnique && !isArchived);
}

/** What a row's value of a field is compared by, as the fields of records are. */
const keyIn = ({ id, type }: CustomField, row: string) => Prisma.sql`(
	SELECT k.match_key FROM field_values(${type}, NULL, true, ${Prisma.raw(row)}.metadata -> ${id}) k LIMIT 1)`;

/** The records that have what a row says in a field, and by what rows that say the same are known. */
export function sameUnique(userId: UserId, table: Prisma.Sql, field: CustomField) {
	const found = Prisma.sql`
		SELECT r.n, t.id, t.created_at, 0 AS rank FROM (
			SELECT n, ${keyIn(field, 'import_row')} AS key FROM import_row WHERE metadata ? ${field.id}
		) r
		JOIN field_value v ON v.user_id = ${userId}::uuid AND v.field_id = ${field.id}::uuid AND v.match_key = r.key
		JOIN ${table} t ON t.user_id = v.user_id AND t.id = v.record_id`;
	const key = Prisma.sql`CASE WHEN metadata ? ${field.id} THEN ${keyIn(field, 'import_row')} END`;
	return { found, key };
}

/** Another way to find the records of rows: what it goes by, and a query for `n` and `id`. */
export type OtherWay = { by: string; found: Prisma.Sql };

/**
 * Refuses the rows of which a unique field says another record than their name or address does, and those by which a record would get
 * a second value of such a field; returns why, by the line of each. Where the file overwrites, its value counts.
 */
export async function refuseContradictions(
	tx: Tx,
	userId: UserId,
	{ kind, duplicates }: ImportSettings,
	{ fields, others }: { fields: CustomField[]; others: OtherWay[] },
): Promise<Map<number, Reason>> {
	const reasons = new Map<number, Reason>();
	if (fields.length === 0 || duplicates.unique === 'create') return reasons;
	const table = Prisma.raw(kindColumns[kind].table);
	const target = Prisma.sql`coalesce(
		(SELECT t.name FROM ${table} t WHERE t.user_id = ${userId}::uuid AND t.id = r.target),
		(SELECT f.name FROM import_row f WHERE f.id = r.target), r.name)`;
	for (const { by, found } of others) {
		const rows = await tx.$queryRaw<{ line: number; field: string; name: string; other: string }[]>`
			SELECT r.line, r.twin_field AS field, ${target} AS name,
				(SELECT t.name FROM ${table} t WHERE t.user_id = ${userId}::uuid AND t.id = o.id) AS other
			FROM import_row r JOIN (
				SELECT n, (array_agg(id ORDER BY created_at, id))[1] AS id, array_agg(id) AS ids FROM (${found}) f GROUP BY n
			) o ON o.n = r.n
			WHERE r.twin = 'unique' AND r.how <> 'skip' AND r.target <> ALL (o.ids)`;
		for (const { line, field, name, other } of rows)
			reasons.set(line, {
				field,
				reason: `By “${field}” this is “${name}”, by the ${by} another record, “${other}”. Correct the row, or merge the two, and import it again.`,
			});
	}
	for (const field of fields) {
		const rows = await tx.$queryRaw<{ line: number; name: string }[]>`
			SELECT r.line, ${target} AS name FROM (
				SELECT s.*, coalesce(v.match_key, first_value(s.key) OVER (PARTITION BY s.record ORDER BY s.n)) AS present FROM (
					SELECT n, line, name, target, how, coalesce(target, id) AS record, ${keyIn(field, 'import_row')} AS key
					FROM import_row WHERE metadata ? ${field.id} AND how IN ('create', 'fill')
				) s LEFT JOIN field_value v ON v.user_id = ${userId}::uuid AND v.field_id = ${field.id}::uuid AND v.record_id = s.record
				WHERE s.key IS NOT NULL
			) r WHERE r.how = 'fill' AND r.key <> r.present`;
		for (const { line, name } of rows)
			reasons.set(line, {
				field: field.name,
				reason: `“${name}” is known by the same name or address and has another “${field.name}”. If it is another record, have such rows create one; otherwise correct the row.`,
			});
	}
	await tx.$executeRaw`UPDATE import_row SET how = 'refuse' WHERE line = ANY (${[...reasons.keys()]}::int[])`;
	return reasons;
}
