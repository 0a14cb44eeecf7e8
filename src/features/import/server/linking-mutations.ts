import 'server-only';
import { metadataLimits } from '@/domain/custom-fields/metadata';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import type { ImportSettings } from '../import-settings';
import { textFieldFor } from './import-field-mutations';

/** A record that was imported, and how its row was taken. */
const imported = Prisma.sql`CASE r.how WHEN 'create' THEN r.id ELSE r.target END`;
const isUsed = Prisma.sql`r.how IN ('create', 'fill', 'overwrite')`;

/**
 * Links the imported records with the contacts that their rows name: who introduced them, and to whom they report. It comes
 * after all rows are saved, as these may name one another. A name that is nobody's, or that of several, is kept as a custom field.
 */
export async function linkRows(tx: Tx, userId: UserId, { kind }: ImportSettings): Promise<void> {
	if (kind === 'deals') return;
	const table = kind === 'companies' ? 'company' : 'contact';
	await linkIntroducers(tx, userId, table);
	if (kind === 'contacts') await linkManagers(tx, userId);
}

/** Whoever moves to another company by their row is no longer one who has left. It comes before the rows are saved. */
export async function clearLeft(tx: Tx, userId: UserId, { kind }: ImportSettings): Promise<void> {
	if (kind !== 'contacts') return;
	await tx.$executeRaw`
		UPDATE contact t SET left_on = NULL, left_to = NULL FROM import_row r
		WHERE r.how = 'overwrite' AND (r.data ->> 'saysCompany')::boolean AND r.data ->> 'leftOn' IS NULL
			AND t.user_id = ${userId}::uuid AND t.id = r.target AND t.company_id <> r.company_id AND t.left_on IS NOT NULL`;
}

type Link = { id: string; linked: string | null; name: string; overwrites: boolean };

async function linkIntroducers(tx: Tx, userId: UserId, table: 'company' | 'contact'): Promise<void> {
	const links = await tx.$queryRaw<Link[]>`
		SELECT DISTINCT ON (w.id) w.id, w.name || coalesce(' (' || w.company || ')', '') AS name, w.overwrites, (
			SELECT CASE WHEN count(*) = 1 OR w.company IS NOT NULL THEN (array_agg(i.id ORDER BY i.created_at, i.id))[1] END
			FROM contact i JOIN company c ON c.user_id = i.user_id AND c.id = i.company_id
			WHERE i.user_id = ${userId}::uuid AND i.name_key = fold(w.name) AND lower(i.name) = lower(w.name) AND i.id <> w.id
				AND (w.company IS NULL OR lower(c.name) = lower(w.company))
		) AS linked
		FROM (
			SELECT ${imported} AS id, r.data ->> 'introducedBy' AS name, r.data ->> 'introducedByCompany' AS company,
				r.how = 'overwrite' AS overwrites, r.n
			FROM import_row r WHERE ${isUsed} AND r.data ->> 'introducedBy' IS NOT NULL
		) w
		ORDER BY w.id, CASE WHEN w.overwrites THEN -w.n ELSE w.n END`;
	await saveLinks(tx, userId, { table, column: 'introduced_by_id', links, field: 'Introduced by' });
}

async function linkManagers(tx: Tx, userId: UserId): Promise<void> {
	const links = await tx.$queryRaw<Link[]>`
		SELECT DISTINCT ON (w.id) w.id, w.name, w.overwrites, (
			SELECT m.id FROM contact m
			WHERE m.user_id = ${userId}::uuid AND m.company_id = p.company_id AND m.name_key = fold(w.name)
				AND lower(m.name) = lower(w.name) AND m.id <> w.id
			ORDER BY m.created_at, m.id LIMIT 1
		) AS linked
		FROM (
			SELECT ${imported} AS id, r.data ->> 'reportsTo' AS name, r.how = 'overwrite' AS overwrites, r.n
			FROM import_row r WHERE ${isUsed} AND r.data ->> 'reportsTo' IS NOT NULL
		) w
		JOIN contact p ON p.user_id = ${userId}::uuid AND p.id = w.id
		ORDER BY w.id, CASE WHEN w.overwrites THEN -w.n ELSE w.n END`;
	if (links.length === 0) return;
	const present = await tx.$queryRaw<{ id: string; managerId: string }[]>`
		SELECT id, reports_to_id AS "managerId" FROM contact WHERE user_id = ${userId}::uuid AND reports_to_id IS NOT NULL`;
	await saveLinks(tx, userId, {
		table: 'contact',
		column: 'reports_to_id',
		links: withoutCycles(links, new Map(present.map(({ id, managerId }) => [id, managerId]))),
		field: 'Reports to',
	});
}

/** The links, without those by which somebody would report to themselves through others. */
function withoutCycles(links: Link[], managers: Map<string, string>): Link[] {
	return links.map((link) => {
		if (!link.linked || (managers.has(link.id) && !link.overwrites)) return link;
		for (let above: string | undefined = link.linked; above; above = managers.get(above))
			if (above === link.id) return { ...link, linked: null };
		managers.set(link.id, link.linked);
		return link;
	});
}

type Saved = { table: 'company' | 'contact'; column: string; links: Link[]; field: string };

async function saveLinks(tx: Tx, userId: UserId, { table, column, links, field }: Saved): Promise<void> {
	const [rows, link] = [Prisma.raw(table), Prisma.raw(column)];
	const found = links.filter(({ linked }) => linked !== null);
	const lost = links.filter(({ linked }) => linked === null);
	if (found.length > 0)
		await tx.$executeRaw`
			UPDATE ${rows} t SET ${link} = l.linked
			FROM unnest(${found.map(({ id }) => id)}::uuid[], ${found.map(({ linked }) => linked)}::uuid[], ${found.map(({ overwrites }) => overwrites)}::boolean[])
				AS l(id, linked, overwrites)
			WHERE t.user_id = ${userId}::uuid AND t.id = l.id AND (t.${link} IS NULL OR l.overwrites) AND t.${link} IS DISTINCT FROM l.linked`;
	if (lost.length === 0) return;
	const id = await textFieldFor(tx, userId, table, field);
	await tx.$executeRaw`
			UPDATE ${rows} t SET metadata = t.metadata || jsonb_build_object(${id}::text, l.name)
			FROM unnest(${lost.map(({ id }) => id)}::uuid[], ${lost.map(({ name }) => name)}::text[]) AS l(id, name)
			WHERE t.user_id = ${userId}::uuid AND t.id = l.id AND NOT t.metadata ? ${id}
				AND (SELECT count(*) FROM jsonb_object_keys(t.metadata)) < ${metadataLimits.entries}
				AND octet_length(t.metadata::text) + octet_length(l.name) + 100 < ${metadataLimits.bytes}`;
}
