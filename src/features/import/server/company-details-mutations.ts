import 'server-only';
import { maxPoints } from '@/domain/contact-points/contact-point';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { maxTextLength } from '@/lib/text/text';
import type { ImportSettings } from '../import-settings';
import { renewVersions } from './import-point-mutations';
import { spaced } from './matching-sql';

/** The fields of a company of which it has one. */
const single = [
	{ label: 'Industry', column: 'industry', type: 'text' },
	{ label: 'Size', column: 'size', type: 'company_size' },
	{ label: 'Address', column: 'address', type: 'text' },
] as const;
const mains = [
	{ label: 'Website', kind: 'link', column: 'website' },
	{ label: 'Phone', kind: 'phone', column: 'phone' },
	{ label: 'Email', kind: 'email', column: 'email' },
] as const;

/**
 * Gives companies what the rows of their contacts or deals say of them: it fills in what is empty. Further addresses and numbers are kept
 * beside the main ones, and other values of fields that hold one in the notes, once.
 */
export async function fillCompanies(tx: Tx, userId: UserId, { kind }: ImportSettings): Promise<void> {
	if (kind === 'companies') return;
	// a contact who stays with their company says something of that one
	const company =
		kind === 'deals'
			? Prisma.sql`coalesce((SELECT d.company_id FROM deal d WHERE d.user_id = ${userId}::uuid AND d.id = r.target), r.company_id)`
			: Prisma.sql`coalesce((SELECT c.company_id FROM contact c WHERE c.user_id = ${userId}::uuid AND c.id = r.target), r.company_id)`;
	await tx.$executeRaw`
		CREATE TEMP TABLE import_detail ON COMMIT DROP AS
		SELECT ${company} AS id, r.n, r.data -> 'ofCompany' AS said
		FROM import_row r WHERE r.data ? 'ofCompany' AND r.how IN ('create', 'fill', 'overwrite', 'people')`;
	const [{ count }] = await tx.$queryRaw<[{ count: number }]>`SELECT count(*)::int AS count FROM import_detail`;
	if (count === 0) return;
	await tx.$executeRaw`
		CREATE TEMP TABLE import_detail_point ON COMMIT DROP AS
		SELECT DISTINCT ON (s.id, s.kind, s.key) s.* FROM (
			SELECT d.id, d.n, p.place, (p.point ->> 'kind')::contact_point_kind AS kind, p.point ->> 'value' AS value,
				CASE p.point ->> 'kind' WHEN 'link' THEN p.point ->> 'value'
					ELSE point_key((p.point ->> 'kind')::contact_point_kind, p.point ->> 'value') END AS key
			FROM import_detail d CROSS JOIN LATERAL jsonb_array_elements(d.said -> 'points') WITH ORDINALITY AS p(point, place)
		) s ORDER BY s.id, s.kind, s.key, s.n, s.place`;
	await tx.$executeRaw`ANALYZE import_detail`;
	await tx.$executeRaw`ANALYZE import_detail_point`;
	await fillIn(tx, userId);
	await addPoints(tx, userId);
	await noteRest(tx, userId);
}

async function fillIn(tx: Tx, userId: UserId): Promise<void> {
	const raw = (parts: string[], by = ', ') => Prisma.raw(parts.join(by));
	const columns = [...single, ...mains].map(({ column }) => column);
	const said = raw([
		...single.map(
			({ column, type }) =>
				`((array_agg(d.said ->> '${column}' ORDER BY d.n) FILTER (WHERE d.said ->> '${column}' IS NOT NULL))[1])::${type} AS ${column}`,
		),
		...mains.map(
			({ kind, column }) =>
				`(SELECT p.value FROM import_detail_point p WHERE p.id = d.id AND p.kind = '${kind}' ORDER BY p.n, p.place LIMIT 1) AS ${column}`,
		),
	]);
	await tx.$executeRaw`
		UPDATE company c SET (${raw(columns)}) = ROW(${raw(columns.map((column) => `coalesce(c.${column}, f.${column})`))})
		FROM (SELECT d.id, ${said} FROM import_detail d GROUP BY d.id) f
		WHERE c.user_id = ${userId}::uuid AND c.id = f.id
			AND (${raw(
				columns.map((column) => `(c.${column} IS NULL AND f.${column} IS NOT NULL)`),
				' OR ',
			)})`;
}

/** Adds what companies lack, as many as a company can have; what is left in the table then has no room. */
async function addPoints(tx: Tx, userId: UserId): Promise<void> {
	const keyOf = (kind: string, value: string) =>
		Prisma.raw(`CASE ${kind} WHEN 'link' THEN ${value} ELSE point_key(${kind}, ${value}) END`);
	await tx.$executeRaw`
		DELETE FROM import_detail_point p USING company c
		WHERE c.user_id = ${userId}::uuid AND c.id = p.id AND (
			p.key = (CASE p.kind WHEN 'link' THEN c.website ELSE point_key(p.kind, CASE p.kind WHEN 'email' THEN c.email ELSE c.phone END) END)
			OR EXISTS (
				SELECT FROM contact_point n
				WHERE n.user_id = c.user_id AND n.company_id = c.id AND n.kind = p.kind AND ${keyOf('n.kind', 'n.value')} = p.key
			)
		)`;
	const owners = await tx.$queryRaw<{ id: string }[]>`
		WITH fitting AS (
			SELECT * FROM (
				SELECT p.*, row_number() OVER (PARTITION BY p.id ORDER BY p.n, p.place) AS nth, num_nonnulls(c.website, c.phone, c.email) + (
					SELECT count(*) FROM contact_point n WHERE n.user_id = c.user_id AND n.company_id = c.id
				) AS present
				FROM import_detail_point p JOIN company c ON c.user_id = ${userId}::uuid AND c.id = p.id
			) p WHERE p.present + p.nth <= ${maxPoints}
		), taken AS (
			DELETE FROM import_detail_point p USING fitting f WHERE f.id = p.id AND f.kind = p.kind AND f.key = p.key
		)
		INSERT INTO contact_point (user_id, id, company_id, kind, value, place)
		SELECT ${userId}::uuid, gen_random_uuid(), f.id, f.kind, f.value, f.nth + 1000 FROM fitting f
		RETURNING company_id AS id`;
	await renewVersions(tx, userId, { table: Prisma.raw('company'), sequence: 'company_version_seq' }, owners);
}

/** Notes of companies what they have no room for, each line once, as far as the notes may go. */
async function noteRest(tx: Tx, userId: UserId): Promise<void> {
	const others = single.map(
		({ label, column }) => Prisma.sql`
			SELECT d.id, d.n, ${`${label}: `} || (d.said ->> ${column}) AS line FROM import_detail d
			JOIN company c ON c.user_id = ${userId}::uuid AND c.id = d.id
			WHERE ${spaced(Prisma.sql`d.said ->> ${column}`)} <> ${spaced(Prisma.raw(`c.${column}::text`))}`,
	);
	const labels = Prisma.join(
		mains.map(({ kind, label }) => Prisma.sql`WHEN ${kind} THEN ${label}`),
		' ',
	);
	await tx.$executeRaw`
		WITH lines AS (
			SELECT id, line, min(n) AS n FROM (
				${Prisma.join(others, ' UNION ALL ')}
				UNION ALL SELECT p.id, p.n, (CASE p.kind::text ${labels} END) || ': ' || p.value FROM import_detail_point p
			) l GROUP BY id, line
		), added AS (
			SELECT l.id, string_agg(l.line, E'\n' ORDER BY l.n, l.line) AS text FROM (
				SELECT l.*, coalesce(char_length(c.notes), 0)
					+ sum(char_length(l.line) + 1) OVER (PARTITION BY l.id ORDER BY l.n, l.line) AS length
				FROM lines l JOIN company c ON c.user_id = ${userId}::uuid AND c.id = l.id
				WHERE strpos(E'\n' || coalesce(c.notes, '') || E'\n', E'\n' || l.line || E'\n') = 0
			) l WHERE l.length <= ${maxTextLength} GROUP BY l.id
		)
		UPDATE company c SET notes = ltrim(coalesce(c.notes, '') || E'\n' || a.text, E'\n')
		FROM added a WHERE c.user_id = ${userId}::uuid AND c.id = a.id`;
}
