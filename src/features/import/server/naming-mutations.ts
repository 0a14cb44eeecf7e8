import 'server-only';
import { metadataLimits } from '@/domain/custom-fields/metadata';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { kindColumns } from '../file/import-columns';
import type { ImportSettings } from '../import-settings';
import type { ImportedFields } from '../row/imported-fields';
import { asImported } from '../row/row-fields';
import { textFieldFor } from './import-field-mutations';

/**
 * Puts the contacts and companies that rows name into the custom fields of their records. It comes after all rows are saved, as these
 * may name one another. A name that is nobody's, or that of several, is kept as a text.
 */
export async function nameRows(
	tx: Tx,
	userId: UserId,
	{ kind }: ImportSettings,
	{ byColumn }: ImportedFields,
): Promise<void> {
	const fields = new Map(
		byColumn.flatMap((imported) => {
			const { id, name, type } = imported?.field ?? {};
			return id && name && (type === 'contact' || type === 'company') ? [[id, { name, type }] as const] : [];
		}),
	);
	if (fields.size === 0) return;
	const table = Prisma.raw(kindColumns[kind].table);
	await tx.$executeRaw`
		CREATE TEMP TABLE import_named ON COMMIT DROP AS
		SELECT DISTINCT ON (w.id, w.field) w.id, w.field, w.name, w.overwrites, NULL::uuid AS linked FROM (
			SELECT CASE r.how WHEN 'create' THEN r.id ELSE r.target END AS id, e.key AS field, e.value AS name,
				r.how = 'overwrite' AS overwrites, r.n
			FROM import_row r CROSS JOIN jsonb_each_text(r.named) e WHERE r.how IN ('create', 'fill', 'overwrite')
		) w
		ORDER BY w.id, w.field, CASE WHEN w.overwrites THEN -w.n ELSE w.n END`;
	for (const type of ['contact', 'company'] as const) {
		const own = [...fields].flatMap(([id, field]) => (field.type === type ? id : []));
		if (own.length > 0) await findNamed(tx, userId, type, own);
	}
	for (const overwrites of [true, false])
		await tx.$executeRaw`
			UPDATE ${table} t SET metadata = ${overwrites ? Prisma.sql`t.metadata || n.found` : Prisma.sql`n.found || t.metadata`}
			FROM (
				SELECT id, jsonb_object_agg(field, linked) AS found FROM import_named
				WHERE linked IS NOT NULL AND overwrites = ${overwrites} GROUP BY id
			) n
			WHERE t.user_id = ${userId}::uuid AND t.id = n.id`;
	const lost = await tx.$queryRaw<{ field: string }[]>`SELECT DISTINCT field FROM import_named WHERE linked IS NULL`;
	for (const { field } of lost) {
		const id = await textFieldFor(tx, userId, kindColumns[kind].table, asImported(fields.get(field)?.name ?? ''));
		await tx.$executeRaw`
			UPDATE ${table} t SET metadata = t.metadata || jsonb_build_object(${id}::text, n.name) FROM import_named n
			WHERE n.field = ${field} AND n.linked IS NULL AND t.user_id = ${userId}::uuid AND t.id = n.id
				AND (n.overwrites OR NOT t.metadata ?| ARRAY[${id}, ${field}]::text[])
				AND (SELECT count(*) FROM jsonb_object_keys(t.metadata)) < ${metadataLimits.entries}
				AND octet_length(t.metadata::text) + octet_length(n.name) + 100 < ${metadataLimits.bytes}`;
	}
}

/** Looks up the names of one kind: that of a single record, or of a contact behind whose name the company's stands in brackets. */
async function findNamed(tx: Tx, userId: UserId, type: 'contact' | 'company', fields: string[]): Promise<void> {
	const rows = Prisma.raw(type);
	await tx.$executeRaw`
		UPDATE import_named n SET linked = f.id FROM (
			SELECT w.name, (array_agg(t.id))[1] AS id
			FROM (SELECT DISTINCT name FROM import_named WHERE field = ANY (${fields}::text[])) w
			JOIN ${rows} t ON t.user_id = ${userId}::uuid AND t.name_key = fold(w.name) AND lower(t.name) = lower(w.name)
			GROUP BY w.name HAVING count(*) = 1
		) f WHERE n.name = f.name AND n.field = ANY (${fields}::text[])`;
	if (type === 'company') return;
	const left = await tx.$queryRaw<{ name: string }[]>`
		SELECT DISTINCT name FROM import_named WHERE field = ANY (${fields}::text[]) AND linked IS NULL AND name LIKE '%)'`;
	const parts = left.flatMap(({ name }) => bracketsIn(name));
	if (parts.length === 0) return;
	await tx.$executeRaw`
		UPDATE import_named n SET linked = f.id FROM (
			SELECT w.name, (array_agg(p.id))[1] AS id
			FROM jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) AS w(name text, contact text, company text)
			JOIN contact p ON p.user_id = ${userId}::uuid AND p.name_key = fold(w.contact) AND lower(p.name) = lower(w.contact)
			JOIN company c ON c.user_id = p.user_id AND c.id = p.company_id AND lower(c.name) = lower(w.company)
			GROUP BY w.name HAVING count(*) = 1
		) f WHERE n.name = f.name AND n.linked IS NULL AND n.field = ANY (${fields}::text[])`;
}

/** The ways in which a name such as "Lê Nam (Sao Biển (Huế))" can be parted. */
function bracketsIn(name: string): { name: string; contact: string; company: string }[] {
	const starts = [...name.matchAll(/ \(/g)].slice(0, 10).map(({ index }) => index);
	return starts.map((at) => ({ name, contact: name.slice(0, at), company: name.slice(at + 2, -1) }));
}
