import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { maxTextLength } from '@/lib/text/text';
import { combinedColumns } from '../file/combined-columns';
import type { ImportSettings } from '../import-settings';
import type { ImportedFields } from '../row/imported-fields';
import type { Reason } from './limits-mutations';
import { owned, spaced, tableOf } from './matching-sql';

type Combining = { settings: ImportSettings; custom: ImportedFields; isCheck: boolean };

/** The record that a row on the stage is of. */
const record = Prisma.sql`CASE r.how WHEN 'create' THEN r.id ELSE r.target END`;

/**
 * Puts into the notes of records what their rows say beside what they have: other notes, and other values of fields that hold one.
 * What the notes have already is not added again. Refuses the rows for which there is no room; returns why, by their lines.
 */
export async function combineRows(tx: Tx, userId: UserId, combining: Combining): Promise<Map<number, Reason>> {
	const { settings, isCheck } = combining;
	const table = tableOf(settings.kind);
	await tx.$executeRaw`
		CREATE TEMP TABLE import_filled ON COMMIT DROP AS SELECT DISTINCT r.target AS id FROM import_row r WHERE r.how = 'fill'`;
	await tx.$executeRaw`CREATE UNIQUE INDEX ON import_filled (id)`;
	await tx.$executeRaw`ANALYZE import_filled`;
	await listSaid(tx, userId, combining);
	await listPieces(tx);
	// nobody else changes the notes between here and the end of a run
	if (!isCheck)
		await tx.$executeRaw`
			SELECT FROM ${table} t WHERE ${owned('t', userId)} AND t.id = ANY (ARRAY(SELECT id FROM import_piece)) ORDER BY t.id FOR NO KEY UPDATE`;
	await tx.$executeRaw`
		CREATE TEMP TABLE import_noted ON COMMIT DROP AS
		SELECT p.id, coalesce(t.notes, (SELECT f.data ->> 'notes' FROM import_row f WHERE f.id = p.id)) AS notes
		FROM (SELECT DISTINCT id FROM import_piece) p LEFT JOIN ${table} t ON ${owned('t', userId)} AND t.id = p.id`;
	await tx.$executeRaw`
		DELETE FROM import_piece p USING import_noted o
		WHERE o.id = p.id AND strpos(E'\n' || o.notes || E'\n', E'\n' || p.piece || E'\n') > 0`;
	const reasons = await refuseOverlong(tx);
	await tx.$executeRaw`
		UPDATE import_row r SET notes = f.notes FROM (
			SELECT min(p.n) AS n, ltrim(coalesce(o.notes, '') || string_agg(
				CASE WHEN p.is_note THEN E'\n\n' ELSE E'\n' END || p.piece, '' ORDER BY p.n, p.place
			), E'\n') AS notes
			FROM import_piece p JOIN import_noted o ON o.id = p.id GROUP BY p.id, o.notes
		) f WHERE r.n = f.n`;
	return reasons;
}

/** Puts into the table import_value what rows and records say of each field that holds one value, in words. */
async function listSaid(tx: Tx, userId: UserId, { settings: { kind }, custom }: Combining): Promise<void> {
	const columns = combinedColumns[kind];
	const values = (of: 'row' | 'record') =>
		Prisma.raw(
			columns
				.map(
					(column, place) =>
						`(${place}, '${column.label}', ${column.filled}, ${column[of]}, ${(of === 'row' && column.noted) || column[of]})`,
				)
				.join(', '),
		);
	const options = Object.fromEntries(
		custom.byColumn.flatMap((imported) => (imported?.brought ?? []).map(({ id, name }) => [id, name])),
	);
	const word = (value: string) => Prisma.sql`coalesce(
		${JSON.stringify(options)}::jsonb ->> ${Prisma.raw(value)},
		CASE WHEN written_id(${Prisma.raw(value)}) IS NOT NULL THEN coalesce(
			(SELECT o.name FROM field_option o WHERE ${owned('o', userId)} AND o.id = written_id(${Prisma.raw(value)})),
			(SELECT o.name FROM contact o WHERE ${owned('o', userId)} AND o.id = written_id(${Prisma.raw(value)})),
			(SELECT o.name FROM company o WHERE ${owned('o', userId)} AND o.id = written_id(${Prisma.raw(value)}))
		) END, ${Prisma.raw(value)})`;
	const words = Prisma.sql`CASE jsonb_typeof(e.value)
		WHEN 'boolean' THEN CASE e.value WHEN 'true' THEN 'Yes' ELSE 'No' END
		WHEN 'array' THEN (SELECT string_agg(${word('i')}, ', ') FROM jsonb_array_elements_text(e.value) i)
		ELSE ${word(`(e.value #>> '{}')`)} END`;
	await tx.$executeRaw`
		CREATE TEMP TABLE import_value ON COMMIT DROP AS
		SELECT ${record} AS id, r.n, r.how, v.place, v.label, v.filled, v.value, v.noted
		FROM import_row r JOIN import_filled f ON f.id = ${record} CROSS JOIN LATERAL (VALUES ${values('row')}) AS v(place, label, filled, value, noted)
		WHERE r.how IN ('create', 'fill') AND v.value <> ''`;
	await tx.$executeRaw`
		INSERT INTO import_value
		SELECT t.id, 0, 'record', v.place, v.label, v.filled, v.value, v.noted
		FROM import_filled f JOIN ${tableOf(kind)} t ON ${owned('t', userId)} AND t.id = f.id
		CROSS JOIN LATERAL (VALUES ${values('record')}) AS v(place, label, filled, value, noted)`;
	await tx.$executeRaw`
		INSERT INTO import_value
		SELECT w.id, w.n, w.how, 1000, coalesce(i.name, d.name, w.key), true, w.value, w.value FROM (
			SELECT ${record} AS id, r.n, r.how, e.key, ${words} AS value
			FROM import_row r JOIN import_filled f ON f.id = ${record} CROSS JOIN LATERAL jsonb_each(r.metadata) e
			WHERE r.how IN ('create', 'fill')
			UNION ALL
			SELECT ${record} AS id, r.n, r.how, e.key, e.value
			FROM import_row r JOIN import_filled f ON f.id = ${record} CROSS JOIN LATERAL jsonb_each_text(r.named) e
			WHERE r.how IN ('create', 'fill')
			UNION ALL
			SELECT t.id, 0, 'record', e.key, ${words}
			FROM import_filled f JOIN ${tableOf(kind)} t ON ${owned('t', userId)} AND t.id = f.id CROSS JOIN LATERAL jsonb_each(t.metadata) e
		) w
		LEFT JOIN (SELECT id, min(name) AS name FROM import_field GROUP BY id) i ON i.id = written_id(w.key)
		LEFT JOIN field d ON ${owned('d', userId)} AND d.id = written_id(w.key)`;
	await tx.$executeRaw`ANALYZE import_value`;
}

/** Puts into the table import_piece what would get lost: the notes of rows, and values of fields that the record has another of. */
async function listPieces(tx: Tx): Promise<void> {
	await tx.$executeRaw`
		CREATE TEMP TABLE import_piece ON COMMIT DROP AS
		SELECT DISTINCT ON (id, piece) id, n, place, is_note, piece FROM (
			SELECT r.target AS id, r.n, -1 AS place, true AS is_note, r.data ->> 'notes' AS piece
			FROM import_row r WHERE r.how = 'fill' AND r.data ->> 'notes' <> ''
			UNION ALL
			SELECT id, n, place, false, label || ': ' || noted FROM (
				SELECT s.*, first_value(s.value) OVER same AS kept, first_value(s.how) OVER same AS kept_by
				FROM import_value s
				-- what is there comes first, then the row that makes the record, then the others
				WINDOW same AS (PARTITION BY s.id, s.place, s.label ORDER BY s.value IS NULL AND s.filled, s.how <> 'record', s.how <> 'create', s.n)
			) s
			WHERE how = 'fill' AND (
				(kept_by = 'fill' AND NOT filled) OR kept IS NULL OR ${spaced(Prisma.sql`value`)} <> ${spaced(Prisma.sql`kept`)}
			)
		) p ORDER BY id, piece, n, place`;
	await tx.$executeRaw`CREATE INDEX ON import_piece (id)`;
	await tx.$executeRaw`ANALYZE import_piece`;
}

/** Refuses the rows by which the notes would get longer than a form can save them. */
async function refuseOverlong(tx: Tx): Promise<Map<number, Reason>> {
	const rows = await tx.$queryRaw<{ line: number; name: string }[]>`
		UPDATE import_row r SET how = 'refuse' FROM (
			SELECT p.n, sum(char_length(p.piece) + 2) OVER (PARTITION BY p.id ORDER BY p.n, p.place) + coalesce(char_length(o.notes), 0) AS length
			FROM import_piece p JOIN import_noted o ON o.id = p.id
		) f WHERE r.n = f.n AND f.length > ${maxTextLength} AND r.how = 'fill' RETURNING r.line, r.name`;
	if (rows.length > 0)
		await tx.$executeRaw`DELETE FROM import_piece p USING import_row r WHERE r.n = p.n AND r.how = 'refuse'`;
	return new Map(
		rows.map(({ line, name }) => [
			line,
			{
				field: 'Notes',
				reason: `With this row the notes of “${name}” would have more than ${maxTextLength.toLocaleString('en')} characters. Shorten them, and import the row again.`,
			},
		]),
	);
}
