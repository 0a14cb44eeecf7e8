import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { type CountryCode, phoneKeys } from '@/lib/text/phone-readings';
import { sharedDomains } from '@/lib/text/web-domain';
import type { RowRefusal, StagedRow } from '../row/row-fields';
import { spaced } from './matching-sql';

/**
 * Makes the tables that an import is worked out in: its rows, their contact points, and the companies and people that they name.
 * They last as long as the transaction.
 */
export async function openStage(tx: Tx): Promise<void> {
	await tx.$executeRaw`
		CREATE TEMP TABLE import_row (
			n serial PRIMARY KEY, line int, id uuid, spare_company uuid, spare_contact uuid,
			name text, name_key text COLLATE "C", email text COLLATE "C", domain text, company text, contact text,
			data jsonb, tags text[], metadata jsonb, custom jsonb, named jsonb,
			company_id uuid, contact_id uuid, target uuid, twin text, twin_field text, maybe uuid, maybe_by text, how text DEFAULT 'create', position text, notes text
		) ON COMMIT DROP`;
	await tx.$executeRaw`
		CREATE TEMP TABLE import_point (
			row_id uuid, place int, id uuid, kind contact_point_kind, label text, value text, is_main boolean,
			keys text[]
		) ON COMMIT DROP`;
	await tx.$executeRaw`
		CREATE TEMP TABLE import_person (
			n int, place int, name text, company text, role deal_role, company_id uuid, contact_id uuid, spare uuid, is_new boolean
		) ON COMMIT DROP`;
	await tx.$executeRaw`
		CREATE TEMP TABLE import_company (key text PRIMARY KEY, name text, website text, id uuid, is_new boolean, core text, maybe uuid) ON COMMIT DROP`;
}

/** Adds rows to the staged ones, with their points; phone numbers are those of `country` unless they name another. */
export async function stageRows(tx: Tx, rows: StagedRow[], country: CountryCode): Promise<void> {
	if (rows.length === 0) return;
	await stagePoints(tx, rows, country);
	const staged = rows.map(({ points: _, ...row }) => row);
	await tx.$executeRaw`
		INSERT INTO import_row (line, id, spare_company, spare_contact, name, name_key, email, domain, company, contact, data, tags, metadata, custom, named)
		SELECT r.line, r.id, r."companyId", r."contactId", r.name, ${spaced(Prisma.sql`r.name`)}, written_email(r.email), coalesce(site.domain, r.domain), r.company, r.contact, r.data,
			ARRAY(SELECT jsonb_array_elements_text(r.tags)), r.metadata, r.custom, r.named
		FROM jsonb_to_recordset(${JSON.stringify(staged)}::jsonb) AS r(
			line int, id uuid, "companyId" uuid, "contactId" uuid, name text, email text, domain text, company text, contact text,
			data jsonb, tags jsonb, metadata jsonb, custom jsonb, named jsonb
		)
		LEFT JOIN LATERAL web_domain(r.data ->> 'website') AS site(domain) ON site.domain <> ALL (${sharedDomains}::text[])`;
}

/** Of each point all by which it can be compared: a number may be kept in several ways. */
async function stagePoints(tx: Tx, rows: StagedRow[], country: CountryCode): Promise<void> {
	const points = rows.flatMap(({ id: rowId, points: all }) =>
		all.map((point, place) => ({
			...point,
			rowId,
			place,
			keys: point.kind === 'phone' ? phoneKeys(point.value, country) : [],
		})),
	);
	if (points.length === 0) return;
	await tx.$executeRaw`
		INSERT INTO import_point (row_id, place, id, kind, label, value, is_main, keys)
		SELECT p."rowId", p.place, p.id, p.kind, p.label, p.value, p."isMain",
			CASE p.kind WHEN 'link' THEN ARRAY[p.value] WHEN 'email' THEN ARRAY[written_email(p.value)]
				ELSE phone_key(p.value) || ARRAY(SELECT jsonb_array_elements_text(p.keys)) END
		FROM jsonb_to_recordset(${JSON.stringify(points)}::jsonb) AS p(
			"rowId" uuid, place int, id uuid, kind contact_point_kind, label text, value text, "isMain" boolean, keys jsonb
		)`;
}

/** Saves the rejected rows of an import. Saving them again is no failure. */
export async function noteRefusals(tx: Tx, userId: UserId, importId: string, refusals: RowRefusal[]): Promise<void> {
	if (refusals.length === 0) return;
	// no text of the database holds a NUL
	const noted = refusals.map((each) => ({ ...each, cells: each.cells.map((cell) => cell.replaceAll('\0', '\ufffd')) }));
	await tx.$executeRaw`
		INSERT INTO data_import_refusal (user_id, import_id, line, field, reason, cells)
		SELECT ${userId}::uuid, ${importId}::uuid, r.line, r.field, r.reason, r.cells
		FROM jsonb_to_recordset(${JSON.stringify(noted)}::jsonb) AS r(line int, field text, reason text, cells jsonb)
		ON CONFLICT DO NOTHING`;
}

/** Deletes the rejections of readable rows, because a row that the check rejected may be valid by now. */
export async function forgetRefusals(tx: Tx, userId: UserId, importId: string): Promise<void> {
	await tx.$executeRaw`
		DELETE FROM data_import_refusal f USING import_row r
		WHERE f.user_id = ${userId}::uuid AND f.import_id = ${importId}::uuid AND f.line = r.line`;
}

/** Lets PostgreSQL know how many rows there are before they are compared. */
export async function closeStage(tx: Tx): Promise<void> {
	await tx.$executeRaw`ANALYZE import_row`;
	await tx.$executeRaw`CREATE INDEX ON import_point (row_id)`;
	await tx.$executeRaw`ANALYZE import_point`;
}

/** How many rows on the stage become what, but for those that are refused, by how they were taken for a record that is there. */
export async function countStage(tx: Tx): Promise<{ how: string; twin: string | null; count: number }[]> {
	return tx.$queryRaw(
		Prisma.sql`SELECT how, twin, count(*)::int AS count FROM import_row WHERE how <> 'refuse' GROUP BY how, twin`,
	);
}
