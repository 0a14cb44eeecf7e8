import 'server-only';
import { maxFieldsOfKind, tooManyFields, tryFieldNames } from '@/domain/field-definitions';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { Refusal } from '@/lib/errors/errors';
import { kindColumns } from '../file/import-columns';
import type { ImportSettings } from '../import-settings';
import type { ImportedFields } from '../row/imported-fields';

/**
 * Makes the fields and options that saved rows have values of. It is the last thing that a run does, so that names of fields are given
 * out by others until then: a name that was taken meanwhile gets a number.
 */
export async function makeRowFields(
	tx: Tx,
	userId: UserId,
	{ kind }: ImportSettings,
	{ byColumn }: ImportedFields,
): Promise<void> {
	const { table } = kindColumns[kind];
	await tx.$executeRaw`
		CREATE TEMP TABLE import_used ON COMMIT DROP AS
		SELECT written_id(e.key) AS field, bool_or(
			jsonb_typeof(e.value) = 'string' AND (strpos(e.value #>> '{}', E'\\n') > 0 OR char_length(e.value #>> '{}') > 2000)
		) AS is_long
		FROM ${savedRecords(userId, table)} CROSS JOIN jsonb_each(t.metadata) e GROUP BY 1`;
	const [{ made }] = await tx.$queryRaw<[{ made: boolean }]>`
		SELECT EXISTS (SELECT FROM import_field i JOIN import_used u ON u.field = i.id WHERE i.is_new) AS made`;
	if (made) await makeFields(tx, userId, table);
	const brought = [...new Set(byColumn)].flatMap((imported) =>
		(imported?.brought ?? []).map((option, place) => ({
			...option,
			field: imported?.field.id,
			place: (imported?.field.options.length ?? 0) + place,
		})),
	);
	if (brought.length === 0) return;
	// a name that somebody else has added meanwhile gets a mark
	await tx.$executeRaw`
		INSERT INTO field_option (user_id, id, field_id, name, colour, place)
		SELECT ${userId}::uuid, b.id, b.field, CASE WHEN EXISTS (
			SELECT FROM field_option o WHERE o.user_id = ${userId}::uuid AND o.field_id = b.field AND o.name_key = lower(b.name)
		) THEN left(b.name, 60) || ' (as imported)' ELSE b.name END, b.colour, b.place
		FROM jsonb_to_recordset(${JSON.stringify(brought)}::jsonb) AS b(id uuid, field uuid, name text, colour text, place int)
		WHERE b.id IN (
			SELECT written_id(o.item #>> '{}') FROM ${savedRecords(userId, table)} CROSS JOIN jsonb_each(t.metadata) e
			CROSS JOIN jsonb_array_elements(CASE jsonb_typeof(e.value) WHEN 'array' THEN e.value ELSE jsonb_build_array(e.value) END) o(item)
			WHERE written_id(e.key) = b.field
		)`;
}

/** The records of the rows on the stage that were saved, as `t`. */
const savedRecords = (userId: UserId, table: string) => Prisma.sql`(
		SELECT DISTINCT CASE r.how WHEN 'create' THEN r.id ELSE r.target END AS id FROM import_row r
		WHERE r.how IN ('create', 'fill', 'overwrite')
	) s JOIN ${Prisma.raw(table)} t ON t.user_id = ${userId}::uuid AND t.id = s.id`;

async function makeFields(tx: Tx, userId: UserId, table: string): Promise<void> {
	await tryFieldNames(tx, userId);
	await numberTaken(tx, userId, table);
	await tx.$executeRaw`
		INSERT INTO field (user_id, id, kind, type, name, place)
		SELECT ${userId}::uuid, i.id, ${table}, i.type, i.name, row_number() OVER (ORDER BY i.place, lower(i.name)) + (
			SELECT coalesce(max(f.place), 0) FROM field f WHERE f.user_id = ${userId}::uuid AND f.kind = ${table}
		)
		FROM (
			SELECT i.id, min(i.name) AS name, min(i.place) AS place, CASE
				WHEN min(i.type) <> 'text' AND min(i.type) = max(i.type) THEN min(i.type)
				WHEN bool_or(u.is_long) THEN 'long' ELSE 'text' END AS type
			FROM import_field i JOIN import_used u ON u.field = i.id WHERE i.is_new GROUP BY i.id
		) i`;
	const [{ count }] = await tx.$queryRaw<[{ count: number }]>`
		SELECT count(*)::int AS count FROM field WHERE user_id = ${userId}::uuid AND kind = ${table}`;
	if (count > maxFieldsOfKind) throw new Refusal(tooManyFields);
	// what the triggers make where a field is there before its values
	await tx.$executeRaw`
		INSERT INTO field_value (user_id, field_id, record_id, place, text_key, num, currency, day, yearly, ref, match_key)
		SELECT t.user_id, f.id, t.id, v.*
		FROM ${savedRecords(userId, table)} CROSS JOIN jsonb_each(t.metadata) e
		JOIN field f ON f.user_id = t.user_id AND f.id = written_id(e.key) AND f.kind = ${table}
			AND f.id IN (SELECT i.id FROM import_field i WHERE i.is_new)
		CROSS JOIN LATERAL field_values(f.type, f.reminds, f.is_unique, e.value) v`;
}

/** Gives another name to the new fields whose names are taken. */
async function numberTaken(tx: Tx, userId: UserId, table: string): Promise<void> {
	for (let n = 2; n < 100; n++) {
		const [before, after] = [` (${n - 1})`, ` (${n})`];
		const renamed = await tx.$executeRaw`
			UPDATE import_field i SET name = base.name || ${after}
			FROM (
				SELECT id, left(CASE WHEN right(name, ${before.length}::int) = ${before} THEN left(name, ${-before.length}::int) ELSE name END, 74) AS name
				FROM import_field
			) base
			WHERE base.id = i.id AND i.is_new AND (EXISTS (
				SELECT FROM field f WHERE f.user_id = ${userId}::uuid AND f.kind = ${table} AND f.name_key = lower(i.name)
			) OR EXISTS (SELECT FROM import_field o WHERE o.is_new AND o.id < i.id AND lower(o.name) = lower(i.name)))`;
		if (renamed === 0) return;
	}
}
