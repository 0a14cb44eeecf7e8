import 'server-only';
import { ensureTags } from '@/features/tags/server/tag-mutations';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { kindColumns, markColumns, movesCompany } from '../file/import-columns';
import type { ImportReport } from '../import-outcome';
import type { ImportSettings } from '../import-settings';
import type { ImportedFields } from '../row/imported-fields';
import { fillCompanies } from './company-details-mutations';
import { pointRows } from './import-point-mutations';
import { clearLeft, linkRows } from './linking-mutations';
import { makeRowFields } from './making-mutations';
import { mergeRows } from './merging-mutations';
import { nameRows } from './naming-mutations';
import { makePeople, newPeople, usedPeople } from './people-mutations';
import { placeDeals } from './placing-mutations';

/** The number of rows that one statement saves. */
const savedAtOnce = 5_000;

export type Saved = { created: number; merged: number; companies: number; contacts: number };

/** Creates and changes records from the staged rows; returns how many of each. `onProgress` gets the number of finished rows. */
export async function saveRows(
	tx: Tx,
	userId: UserId,
	{ settings, custom }: { settings: ImportSettings; custom: ImportedFields },
	onProgress: (done: number) => Promise<void>,
): Promise<Saved> {
	const { kind } = settings;
	const companies = kind === 'companies' ? 0 : await makeCompanies(tx, userId);
	// a deal needs its contact, and a contact its company
	const before = kind === 'deals' ? await makePeople(tx, userId) : 0;
	if (kind === 'deals') await placeDeals(tx, userId);
	const created = await makeRecords(tx, userId, kind, onProgress);
	const contacts = kind === 'companies' ? await makePeople(tx, userId) : before;
	await clearLeft(tx, userId, settings);
	const filled = await mergeRows(tx, userId, kind, 'fill');
	const overwritten = await mergeRows(tx, userId, kind, 'overwrite');
	await pointRows(tx, userId, kind);
	await fillCompanies(tx, userId, settings);
	await tagRows(tx, userId, kind);
	await linkRows(tx, userId, settings);
	await nameRows(tx, userId, settings, custom);
	await makeRowFields(tx, userId, settings, custom);
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
				SELECT ${userId}::uuid, r.id, p.contact_id, (array_agg(p.role ORDER BY p.n, p.place) FILTER (WHERE p.role IS NOT NULL))[1]
				FROM ${usedPeople} JOIN import_row r ON r.how = 'create' AND r.id = CASE w.how WHEN 'create' THEN w.id ELSE w.target END
				WHERE r.n >= ${from} AND r.n < ${from + savedAtOnce} GROUP BY r.id, p.contact_id`;
		await onProgress(Math.min(from + savedAtOnce - 1, last.n));
	}
	if (kind === 'deals')
		await tx.$executeRaw`SET CONSTRAINTS "0_add_main_contact", deal_user_id_id_contact_id_fkey IMMEDIATE`;
	return created;
}

/** The companies that rows need which make a record, or move one, and those of people who come with a new deal. */
const newCompanies = Prisma.sql`
	FROM import_company i
	WHERE i.is_new AND (
		i.id IN (SELECT r.company_id FROM import_row r WHERE r.how IN ('create', 'people') OR ${Prisma.raw(movesCompany('r'))})
		OR i.id IN (SELECT p.company_id FROM ${usedPeople} WHERE p.is_new)
	)`;

/** So many names of records that would be made are told. */
const namedAtOnce = 100;

/** The first names of the companies and contacts that would be made beside the rows' own records. */
export async function nameOthers(tx: Tx): Promise<Pick<ImportReport, 'newCompanies' | 'newContacts'>> {
	const [named] = await tx.$queryRaw<[{ companies: string[]; contacts: string[] }]>`
		SELECT ARRAY(SELECT i.name ${newCompanies} ORDER BY i.key LIMIT ${namedAtOnce}) AS companies,
			ARRAY(SELECT m.name ${newPeople} ORDER BY lower(m.name) LIMIT ${namedAtOnce}) AS contacts`;
	return {
		...(named.companies.length > 0 && { newCompanies: named.companies }),
		...(named.contacts.length > 0 && { newContacts: named.contacts }),
	};
}

/** What would be made for the rows on the stage beside their own records. */
export async function countOthers(tx: Tx): Promise<{ companies: number; contacts: number }> {
	const [count] = await tx.$queryRaw<[{ companies: number; contacts: number }]>`
		SELECT (SELECT count(*)::int ${newCompanies}) AS companies, (SELECT count(*)::int ${newPeople}) AS contacts`;
	return count;
}

async function makeCompanies(tx: Tx, userId: UserId): Promise<number> {
	return tx.$executeRaw`
		INSERT INTO company (user_id, id, name, website) SELECT ${userId}::uuid, i.id, i.name, i.website ${newCompanies}`;
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

/** A query for the ids of the records that `tagRows` would give a tag. */
export function taggedRecords(userId: UserId, kind: ImportSettings['kind']): Prisma.Sql | null {
	const marks = markColumns[kind];
	return (
		marks &&
		Prisma.sql`(
			SELECT t.id FROM import_row r JOIN ${Prisma.raw(kindColumns[kind].table)} t ON t.user_id = ${userId}::uuid AND t.id = r.target
			CROSS JOIN unnest(r.tags) AS n(name)
			WHERE r.how IN ('fill', 'overwrite') AND NOT EXISTS (
				SELECT FROM ${Prisma.raw(marks.table)} k JOIN tag g ON g.user_id = k.user_id AND g.id = k.tag_id
				WHERE k.user_id = t.user_id AND k.${Prisma.raw(marks.of)} = t.id AND g.name_key = lower(n.name)
			)
		)`
	);
}
