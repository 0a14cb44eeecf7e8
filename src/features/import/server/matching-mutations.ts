import 'server-only';
import type { CustomField } from '@/domain/custom-fields/custom-field-types';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { kindColumns, movesCompany } from '../file/import-columns';
import type { ImportSettings } from '../import-settings';
import { companiesAt, decidedSame, owned, spaced } from './matching-sql';
import { applyDecisions, findMaybe } from './maybe-mutations';
import { matchDealPeople } from './people-mutations';
import { findSame } from './same-mutations';
import { sameUnique } from './unique-mutations';

/**
 * Says of every row on the stage which company it belongs to and whether it is of a record that is there already, or of
 * an earlier row: by a unique field first, then where address and name agree, then by the name. A row that only may be of one stays
 * apart, unless it is decided otherwise.
 */
export async function matchRows(
	tx: Tx,
	userId: UserId,
	settings: ImportSettings,
	unique: CustomField[],
): Promise<void> {
	if (settings.kind === 'deals') await listPeople(tx);
	if (settings.kind !== 'companies') await matchCompanies(tx, userId, settings);
	if (settings.kind === 'deals') await matchDealPeople(tx, userId);
	// not before all rows have their company, as each change of a row would write into it
	await tx.$executeRaw`CREATE INDEX ON import_row (id)`;
	if (settings.duplicates.unique !== 'create') await findUnique(tx, userId, settings, unique);
	await findSame(tx, userId, settings);
	await findMaybe(tx, userId, settings);
	await applyDecisions(tx, settings);
	const { unique: same, email, domain, name } = settings.duplicates;
	await tx.$executeRaw`
		UPDATE import_row SET how = CASE CASE twin WHEN 'decided' THEN maybe_by ELSE twin END
			WHEN 'unique' THEN ${same} WHEN 'email' THEN ${email} WHEN 'domain' THEN ${domain} ELSE ${name} END
		WHERE target IS NOT NULL`;
	// how a company is spelled matters only where a row makes it, or moves somebody there
	await tx.$executeRaw`
		UPDATE import_row r SET maybe = NULL, maybe_by = NULL
		WHERE r.maybe_by = 'company' AND r.company_id NOT IN (
			SELECT o.company_id FROM import_row o WHERE o.company_id IS NOT NULL AND (o.how = 'create' OR ${Prisma.raw(movesCompany('o'))})
		)`;
	// a record that is made of rows has what all of them say
	await tx.$executeRaw`
		UPDATE import_row r SET how = 'fill' FROM import_row f WHERE r.how = 'skip' AND f.id = r.target AND f.how = 'create'`;
	// PostgreSQL needs the statistics of these tables before it joins them
	await tx.$executeRaw`ANALYZE import_row`;
	await tx.$executeRaw`ANALYZE import_company`;
}

const keyOfName = (column: string) => spaced(Prisma.raw(column));

async function findUnique(tx: Tx, userId: UserId, { kind }: ImportSettings, unique: CustomField[]): Promise<void> {
	const table = Prisma.raw(kindColumns[kind].table);
	for (const field of unique) {
		const { found, key } = sameUnique(userId, table, field);
		await tx.$executeRaw`
			UPDATE import_row r SET target = f.id, twin = 'unique' FROM (
				SELECT DISTINCT ON (n) n, id FROM (${found}) t ORDER BY n, created_at, id
			) f WHERE r.n = f.n AND r.target IS NULL`;
		await tx.$executeRaw`
			UPDATE import_row r SET target = f.id, twin = 'unique' FROM (
				SELECT n, first_value(id) OVER same AS id, row_number() OVER same AS place
				FROM import_row WHERE target IS NULL AND (${key}) IS NOT NULL WINDOW same AS (PARTITION BY ${key} ORDER BY n)
			) f WHERE r.n = f.n AND f.place > 1`;
		await tx.$executeRaw`UPDATE import_row SET twin_field = ${field.name} WHERE twin = 'unique' AND twin_field IS NULL`;
	}
}

/** The companies of people and deals: by their name, by their domain, or new. */
async function matchCompanies(tx: Tx, userId: UserId, settings: ImportSettings): Promise<void> {
	// a row without a company gets that of rows with the same domain, or the company with that website
	await tx.$executeRaw`
		UPDATE import_row r SET company = f.company FROM (
			SELECT DISTINCT ON (domain) domain, company FROM import_row WHERE company <> '' AND domain IS NOT NULL ORDER BY domain, n
		) f WHERE r.company = '' AND r.domain = f.domain`;
	await tx.$executeRaw`
		UPDATE import_row r SET company_id = f.id FROM (
			SELECT DISTINCT ON (d.domain) d.domain, c.id
			FROM (SELECT DISTINCT domain FROM import_row WHERE company = '' AND domain IS NOT NULL) d
			CROSS JOIN LATERAL (
				${companiesAt(userId, Prisma.sql`d.domain`)}
			) c
			ORDER BY d.domain, c.created_at, c.id
		) f WHERE r.company = '' AND r.domain = f.domain`;
	await tx.$executeRaw`UPDATE import_row SET company = unicode_domains(domain) WHERE company = '' AND company_id IS NULL`;
	await tx.$executeRaw`
		INSERT INTO import_company (key, name, website, id)
		SELECT DISTINCT ON (1) ${keyOfName('company')}, company, CASE WHEN company = unicode_domains(domain) THEN 'https://' || domain END, spare_company
		FROM import_row WHERE company_id IS NULL ORDER BY 1, n`;
	await tx.$executeRaw`
		INSERT INTO import_company (key, name, id)
		SELECT DISTINCT ON (1) ${keyOfName('company')}, company, gen_random_uuid()
		FROM import_person WHERE company IS NOT NULL ORDER BY 1, n, place ON CONFLICT DO NOTHING`;
	await tx.$executeRaw`ANALYZE import_company`;
	await tx.$executeRaw`
		UPDATE import_company i SET id = f.id, is_new = false FROM (
			SELECT DISTINCT ON (i.key) i.key, c.id FROM import_company i
			JOIN company c ON ${owned('c', userId)} AND c.name_key IN (fold(i.name), fold(i.key)) AND ${keyOfName('c.name')} = i.key
			ORDER BY i.key, lower(c.name) <> lower(i.name), c.created_at, c.id
		) f WHERE i.key = f.key`;
	await tx.$executeRaw`UPDATE import_company SET is_new = true WHERE is_new IS NULL`;
	await findSpellings(tx, userId, settings);
	await tx.$executeRaw`
		UPDATE import_row r SET company_id = i.id FROM import_company i WHERE r.company_id IS NULL AND i.key = ${keyOfName('r.company')}`;
	await tx.$executeRaw`
		UPDATE import_person p SET company_id = i.id FROM import_company i WHERE i.key = ${keyOfName('p.company')}`;
	await tx.$executeRaw`
		UPDATE import_person p SET company_id = r.company_id FROM import_row r WHERE p.company IS NULL AND p.n = r.n`;
}

/**
 * Of new companies those that are called like another but for legal forms, punctuation and accents: the first row of each says so. One of
 * which that row was decided to be the same is no company of its own.
 */
async function findSpellings(tx: Tx, userId: UserId, settings: ImportSettings): Promise<void> {
	if (settings.duplicates.name === 'create') return;
	await tx.$executeRaw`UPDATE import_company SET core = company_core(fold(key)) WHERE name IS NOT NULL`;
	await tx.$executeRaw`
		UPDATE import_company i SET maybe = f.id FROM (
			SELECT DISTINCT ON (i.key) i.key, c.id FROM import_company i
			JOIN company c ON ${owned('c', userId)} AND company_core(c.name_key) = i.core
			WHERE i.is_new AND i.core <> '' ORDER BY i.key, c.created_at, c.id
		) f WHERE i.key = f.key`;
	await tx.$executeRaw`
		CREATE TEMP TABLE import_naming ON COMMIT DROP AS
		SELECT i.key, min(r.n) AS n FROM import_company i JOIN import_row r ON ${keyOfName('r.company')} = i.key
		WHERE i.is_new GROUP BY i.key`;
	await tx.$executeRaw`
		UPDATE import_company i SET maybe = f.id FROM (
			SELECT i.key, first_value(i.id) OVER (PARTITION BY i.core ORDER BY g.n) AS id
			FROM import_company i JOIN import_naming g ON g.key = i.key WHERE i.maybe IS NULL AND i.core <> ''
		) f WHERE i.key = f.key AND f.id <> i.id`;
	await tx.$executeRaw`
		UPDATE import_row r SET maybe = i.maybe, maybe_by = 'company'
		FROM import_company i JOIN import_naming g ON g.key = i.key WHERE r.n = g.n AND i.maybe IS NOT NULL`;
	await tx.$executeRaw`
		UPDATE import_company i SET id = i.maybe, is_new = false
		FROM import_naming g JOIN import_row r ON r.n = g.n
		WHERE g.key = i.key AND i.maybe IS NOT NULL AND ${decidedSame(settings)}`;
}

/** Lists the people of each deal: its main contact first, then those of the cell with roles. */
async function listPeople(tx: Tx): Promise<void> {
	await tx.$executeRaw`
		INSERT INTO import_person (n, place, name, company, role, spare)
		SELECT r.n, 0, r.contact, NULL, NULL, r.spare_contact FROM import_row r WHERE r.contact IS NOT NULL
		UNION ALL
		SELECT r.n, p.place, p.person ->> 'name', p.person ->> 'company', (p.person ->> 'role')::deal_role, gen_random_uuid()
		FROM import_row r CROSS JOIN jsonb_array_elements(r.data -> 'people') WITH ORDINALITY AS p(person, place)`;
	await tx.$executeRaw`ANALYZE import_person`;
}
