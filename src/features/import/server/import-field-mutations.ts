import 'server-only';
import { v7 as uuidv7 } from 'uuid';
import { maxFieldsOfKind, tooManyFields } from '@/domain/field-definitions';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { Refusal } from '@/lib/errors/errors';
import { kindColumns } from '../file/import-columns';
import type { ImportSettings } from '../import-settings';
import type { ImportedFields } from '../row/imported-fields';
import { asImported } from '../row/row-fields';

/** A text that a field of one line is not made for. */
const isLong = (text: string) => Prisma.raw(`(strpos(${text}, E'\\n') > 0 OR char_length(${text}) > 2000)`);

/**
 * Finds the fields that the rows on the stage have texts for by name, and gives new ones their ids; from here on the rows have all
 * values by id. A name that is taken by a field of another type than text gets one beside it. New fields are made at the end.
 */
export async function findRowFields(
	tx: Tx,
	userId: UserId,
	{ kind }: ImportSettings,
	{ byColumn }: ImportedFields,
): Promise<void> {
	const { table } = kindColumns[kind];
	await tx.$executeRaw`
		CREATE TEMP TABLE import_field (key text, name text, id uuid, is_new boolean, type text, place int) ON COMMIT DROP`;
	const made = new Set(byColumn.flatMap((imported) => (imported?.isNew ? imported : [])));
	const fields = [...made].map(({ field: { id, name, type } }, place) => ({ id, name, type, place }));
	await tx.$executeRaw`
		INSERT INTO import_field (name, id, is_new, type, place)
		SELECT f.name, f.id, true, f.type, f.place
		FROM jsonb_to_recordset(${JSON.stringify(fields)}::jsonb) AS f(name text, id uuid, type text, place int)`;
	await tx.$executeRaw`
		INSERT INTO import_field (key, name, id, is_new, type, place)
		SELECT n.key, n.name, coalesce(f.id, first_value(n.spare) OVER (PARTITION BY lower(n.name) ORDER BY n.key COLLATE "C")),
			f.id IS NULL, CASE WHEN n.is_long THEN 'long' ELSE 'text' END, 1000
		FROM (
			SELECT e.key, bool_or(${isLong('e.value')}) AS is_long, gen_random_uuid() AS spare,
				CASE WHEN EXISTS (
					SELECT FROM field o WHERE o.user_id = ${userId}::uuid AND o.kind = ${table} AND o.name_key = lower(e.key)
						AND o.type NOT IN ('text', 'long')
				) THEN left(e.key, 45) || ' (as imported)' ELSE e.key END AS name
			FROM import_row r CROSS JOIN jsonb_each_text(r.metadata) e GROUP BY e.key
		) n
		LEFT JOIN field f ON f.user_id = ${userId}::uuid AND f.kind = ${table} AND f.name_key = lower(n.name)`;
	const [{ added, count }] = await tx.$queryRaw<[{ added: number; count: number }]>`
		SELECT count(DISTINCT id)::int AS added,
			(SELECT count(*)::int FROM field WHERE user_id = ${userId}::uuid AND kind = ${table}) AS count
		FROM import_field WHERE is_new`;
	if (added > 0 && added + count > maxFieldsOfKind) throw new Refusal(tooManyFields);
	await tx.$executeRaw`
		UPDATE import_row r SET metadata = coalesce((
			SELECT jsonb_object_agg(v.id, v.value) FROM (
				SELECT i.id, string_agg(e.value, E'\n' ORDER BY e.key COLLATE "C") AS value
				FROM jsonb_each_text(r.metadata) e JOIN import_field i ON i.key = e.key GROUP BY i.id
			) v
		), '{}') || r.custom WHERE r.metadata <> '{}' OR r.custom <> '{}'`;
}

/** The id of the text field for what is said of records after they were saved: one of this name, or a new one. */
export async function textFieldFor(tx: Tx, userId: UserId, table: string, name: string): Promise<string> {
	for (const each of [name, asImported(name)]) {
		const [known] = await tx.$queryRaw<{ id: string; isText: boolean }[]>`
			SELECT id, type IN ('text', 'long') AS "isText" FROM (
				SELECT id, type FROM field WHERE user_id = ${userId}::uuid AND kind = ${table} AND name_key = lower(${each})
				UNION ALL SELECT id, type FROM import_field WHERE is_new AND lower(name) = lower(${each})
			) f LIMIT 1`;
		if (known?.isText) return known.id;
		if (known && each === name) continue;
		const id = uuidv7();
		await tx.$executeRaw`
			INSERT INTO import_field (name, id, is_new, type, place) VALUES (${each}, ${id}::uuid, true, 'text', 1000)`;
		return id;
	}
	throw new Refusal(`Rename the custom field “${asImported(name)}”, then import the file again.`);
}
