import 'server-only';
import { ensureTags } from '@/features/tags/server/tag-mutations';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { kindColumns, markColumns, movesCompany } from '../file/import-columns';
import type { ImportSettings } from '../import-settings';
import { pointRows } from './import-point-mutations';
import { clearLeft, linkRows } from './linking-mutations';
import { placeDeals } from './placing-mutations';

/** The number of rows that one statement saves. */
const savedAtOnce = 5_000;

export type Saved = { created: number; merged: number; companies: number; contacts: number };

/** Creates and changes records from the staged rows; returns how many of each. `onProgress` gets the number of finished rows. */
export async function saveRows(
	tx: Tx,
	userId: UserId,
	settings: ImportSettings,
	onProgress: (done: number) => Promise<void>,
): Promise<Saved> {
	const { kind } = settings;
	const companies = kind === 'companies' ? 0 : await makeCompanies(tx, userId);
	const contacts = kind === 'deals' ? await makeContacts(tx, userId) : 0;
	if (kind === 'deals') await placeDeals(tx, userId);
	const created = await makeRecords(tx, userId, kind, onProgress);
	await clearLeft(tx, userId, settings);
	const filled = await mergeRows(tx, userId, kind, 'fill');
	const overwritten = await mergeRows(tx, userId, kind, 'overwrite');
	await pointRows(tx, userId, kind);
	await tagRows(tx, userId, kind);
	await linkRows(tx, userId, settings);
	return { created, merged: filled + overwritten, companies, contacts };
}

async function makeRecords(
	tx: Tx,
	userId: UserId,
	kind: ImportSettings['kind'],
	onProgress: (done: number) => Promise<void>,
): Promise<number> {
	const { table, columns } = kindColumns[kind];
	const names = Prisma.raw(columns.map(({ column }) => column).join(', '));
	const values = Prisma.raw(columns.map(({ value }) => value).join(', '));
	const [last] = await tx.$queryRaw<[{ n: number }]>`SELECT coalesce(max(n), 0) AS n FROM import_row`;
	let created = 0;
	// the main contacts of thousands of deals are added at once, not one by one
	if (kind === 'deals')
		await tx.$executeRaw`SET CONSTRAINTS "0_add_main_contact", deal_user_id_id_contact_id_fkey DEFERRED`;
	for (let from = 1; from <= last.n; from += savedAtOnce) {
		created += await tx.$executeRaw`
			INSERT INTO ${Prisma.raw(table)} (user_id, id, metadata, ${names})
			SELECT ${userId}::uuid, r.id, r.metadata, ${values}
			FROM import_row r WHERE r.n >= ${from} AND r.n < ${from + savedAtOnce} AND r.how = 'create' ORDER BY r.n`;
		if (kind === 'deals')
			await tx.$executeRaw`
				INSERT INTO deal_person (user_id, deal_id, contact_id, role)
				SELECT ${userId}::uuid, r.id, p.contact_id, (array_agg(p.role ORDER BY p.place) FILTER (WHERE p.role IS NOT NULL))[1]
				FROM ${peopleOfNew} WHERE r.n >= ${from} AND r.n < ${from + savedAtOnce} GROUP BY r.id, p.contact_id`;
		await onProgress(Math.min(from + savedAtOnce - 1, last.n));
	}
	if (kind === 'deals')
		await tx.$executeRaw`SET CONSTRAINTS "0_add_main_contact", deal_user_id_id_contact_id_fkey IMMEDIATE`;
	return created;
}

/** The people who come with a new deal, as `p`. */
const peopleOfNew = Prisma.sql`import_person p JOIN import_row r ON r.n = p.n AND r.how = 'create'`;

/** The companies that rows need which make a record, or move one, and those of people who come with a new deal. */
const newCompanies = Prisma.sql`
	FROM import_company i
	WHERE i.is_new AND (
		i.id IN (SELECT r.company_id FROM import_row r WHERE r.how = 'create' OR ${Prisma.raw(movesCompany)})
		OR i.id IN (SELECT p.company_id FROM ${peopleOfNew} WHERE p.is_new)
	)`;

/** The people that new deals need. */
const newPeople = Prisma.sql`
	FROM import_person m
	WHERE m.is_new AND m.contact_id = m.spare AND m.contact_id IN (SELECT p.contact_id FROM ${peopleOfNew})`;

/** What would be made for the rows on the stage beside their own records. */
export async function countOthers(tx: Tx, { kind }: ImportSettings): Promise<{ companies: number; contacts: number }> {
	const [count] = await tx.$queryRaw<[{ companies: number; contacts: number }]>`
		SELECT (SELECT count(*)::int ${newCompanies}) AS companies, (SELECT count(*)::int ${newPeople}) AS contacts`;
	return kind === 'deals' ? count : { ...count, contacts: 0 };
}

async function makeCompanies(tx: Tx, userId: UserId): Promise<number> {
	return tx.$executeRaw`
		INSERT INTO company (user_id, id, name, website) SELECT ${userId}::uuid, i.id, i.name, i.website ${newCompanies}`;
}

async function makeContacts(tx: Tx, userId: UserId): Promise<number> {
	return tx.$executeRaw`
		INSERT INTO contact (user_id, id, company_id, name)
		SELECT ${userId}::uuid, m.contact_id, m.company_id, m.name ${newPeople}`;
}

/**
 * Changes records by the rows that were taken for them: fills in what is empty by the first row that says it, or overwrites
 * with the last. Returns how many records were changed.
 */
async function mergeRows(
	tx: Tx,
	userId: UserId,
	kind: ImportSettings['kind'],
	how: 'fill' | 'overwrite',
): Promise<number> {
	const { table, columns } = kindColumns[kind];
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
	return tx.$executeRaw`
		WITH f AS MATERIALIZED (
			SELECT r.target, ${raw(said)} FROM import_row r WHERE r.how = ${how} GROUP BY r.target
		), m AS MATERIALIZED (
			SELECT r.target, jsonb_object_agg(e.key, e.value ORDER BY ${Prisma.raw(isFilled ? 'r.n DESC' : 'r.n')}) AS metadata
			FROM import_row r CROSS JOIN jsonb_each(r.metadata) e WHERE r.how = ${how} GROUP BY r.target
		)
		UPDATE ${Prisma.raw(table)} t SET (${names}) = ROW(${values}) FROM f LEFT JOIN m ON m.target = f.target
		WHERE t.user_id = ${userId}::uuid AND t.id = f.target AND ROW(${present}) IS DISTINCT FROM ROW(${values})`;
}

/** A label goes with its value; where a record has the same value without one, it is filled in. */
function labelOf({ column, labels }: { column: string; labels: string }, isFilled: boolean): string {
	const [present, said] = [`t.${column}`, `f.${column}`];
	const same = `WHEN t.${labels} = f.${labels} THEN ${isFilled ? `coalesce(${present}, ${said})` : `coalesce(${said}, ${present})`}`;
	return isFilled
		? `CASE WHEN t.${labels} IS NULL THEN ${said} ${same} ELSE ${present} END`
		: `CASE WHEN f.${labels} IS NULL THEN ${present} ${same} ELSE ${said} END`;
}

/** Puts the tags of rows on their records, beside those that they have. */
async function tagRows(tx: Tx, userId: UserId, kind: ImportSettings['kind']): Promise<void> {
	const marks = markColumns[kind];
	if (!marks) return;
	const names = await tx.$queryRaw<{ name: string }[]>`
		SELECT (array_agg(t.name ORDER BY r.n))[1] AS name FROM import_row r CROSS JOIN unnest(r.tags) AS t(name)
		WHERE r.how IN ('create', 'fill', 'overwrite') GROUP BY lower(t.name)`;
	await ensureTags(
		tx,
		userId,
		names.map(({ name }) => name),
	);
	await tx.$executeRaw`
		INSERT INTO ${Prisma.raw(marks.table)} (user_id, ${Prisma.raw(marks.of)}, tag_id)
		SELECT DISTINCT ${userId}::uuid, CASE r.how WHEN 'create' THEN r.id ELSE r.target END, g.id
		FROM import_row r CROSS JOIN unnest(r.tags) AS t(name)
		JOIN tag g ON g.user_id = ${userId}::uuid AND g.name_key = lower(t.name)
		WHERE r.how IN ('create', 'fill', 'overwrite') ON CONFLICT DO NOTHING`;
}
