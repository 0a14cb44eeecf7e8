import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import type { ImportSettings } from '../import-settings';

/**
 * Says of every row on the stage which company it belongs to and whether it is of a record that is there already, or of
 * an earlier row. Names are compared letter by letter but for their case: that two look alike without accents proves
 * nothing.
 */
export async function matchRows(tx: Tx, userId: UserId, settings: ImportSettings): Promise<void> {
	if (settings.kind === 'deals') await listPeople(tx);
	if (settings.kind !== 'companies') await matchCompanies(tx, userId);
	if (settings.kind === 'deals') await matchPeople(tx, userId);
	await findTwins(tx, userId, settings);
	const { email, domain, name } = settings.duplicates;
	await tx.$executeRaw`
		UPDATE import_row SET how = CASE twin WHEN 'email' THEN ${email} WHEN 'domain' THEN ${domain} WHEN 'name' THEN ${name} ELSE 'create' END`;
	// PostgreSQL needs the statistics of these tables before it joins them
	await tx.$executeRaw`ANALYZE import_row`;
	await tx.$executeRaw`ANALYZE import_company`;
}

const owned = (alias: string, userId: UserId) => Prisma.sql`${Prisma.raw(alias)}.user_id = ${userId}::uuid`;

/** The companies of people and deals: by their name, by their domain, or new. */
async function matchCompanies(tx: Tx, userId: UserId): Promise<void> {
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
				SELECT c.id, c.created_at FROM company c WHERE ${owned('c', userId)} AND web_domain(c.website) = d.domain
				UNION ALL ${companiesWithLink(userId, Prisma.sql`d.domain`)}
			) c
			ORDER BY d.domain, c.created_at, c.id
		) f WHERE r.company = '' AND r.domain = f.domain`;
	await tx.$executeRaw`UPDATE import_row SET company = unicode_domains(domain) WHERE company = '' AND company_id IS NULL`;
	await tx.$executeRaw`
		INSERT INTO import_company (key, name, website, id)
		SELECT DISTINCT ON (lower(company)) lower(company), company, CASE WHEN company = unicode_domains(domain) THEN 'https://' || domain END, spare_company
		FROM import_row WHERE company_id IS NULL ORDER BY lower(company), n`;
	await tx.$executeRaw`
		INSERT INTO import_company (key, name, id)
		SELECT DISTINCT ON (lower(company)) lower(company), company, gen_random_uuid()
		FROM import_person WHERE company IS NOT NULL ORDER BY lower(company), n, place ON CONFLICT DO NOTHING`;
	await tx.$executeRaw`ANALYZE import_company`;
	await tx.$executeRaw`
		UPDATE import_company i SET id = f.id, is_new = false FROM (
			SELECT DISTINCT ON (i.key) i.key, c.id FROM import_company i
			JOIN company c ON ${owned('c', userId)} AND c.name_key = fold(i.name) AND lower(c.name) = i.key
			ORDER BY i.key, c.created_at, c.id
		) f WHERE i.key = f.key`;
	await tx.$executeRaw`UPDATE import_company SET is_new = true WHERE is_new IS NULL`;
	await tx.$executeRaw`
		UPDATE import_row r SET company_id = i.id FROM import_company i WHERE r.company_id IS NULL AND i.key = lower(r.company)`;
	await tx.$executeRaw`
		UPDATE import_person p SET company_id = i.id FROM import_company i WHERE i.key = lower(p.company)`;
	await tx.$executeRaw`
		UPDATE import_person p SET company_id = r.company_id FROM import_row r WHERE p.company IS NULL AND p.n = r.n`;
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

/** The people of deals, each among those of their company; who is not there will be made, once. */
async function matchPeople(tx: Tx, userId: UserId): Promise<void> {
	await tx.$executeRaw`
		UPDATE import_person p SET contact_id = f.id FROM (
			SELECT DISTINCT ON (p.n, p.place) p.n, p.place, c.id FROM import_person p
			JOIN contact c ON ${owned('c', userId)} AND c.company_id = p.company_id AND lower(c.name) = lower(p.name)
			ORDER BY p.n, p.place, c.created_at, c.id
		) f WHERE (p.n, p.place) = (f.n, f.place)`;
	await tx.$executeRaw`
		UPDATE import_person p SET contact_id = f.spare, is_new = true FROM (
			SELECT DISTINCT ON (company_id, lower(name)) company_id, lower(name) AS name, spare
			FROM import_person WHERE contact_id IS NULL ORDER BY company_id, lower(name), n, place
		) f WHERE p.contact_id IS NULL AND p.company_id = f.company_id AND lower(p.name) = f.name`;
	await tx.$executeRaw`
		UPDATE import_row r SET contact_id = p.contact_id FROM import_person p WHERE p.n = r.n AND p.place = 0`;
}

async function findTwins(tx: Tx, userId: UserId, { kind, duplicates, source }: ImportSettings): Promise<void> {
	// in our own export, two rows with one address are two people with a shared mailbox
	const isOurs = source === 'MiniCRM';
	const table = Prisma.raw({ companies: 'company', contacts: 'contact', deals: 'deal' }[kind]);
	const sameCompany = kind === 'companies' ? Prisma.empty : Prisma.sql`AND t.company_id = r.company_id`;
	if (kind === 'contacts' && duplicates.email !== 'create')
		await takeFor(tx, 'email', sameEmail(userId), isOurs ? Prisma.sql`email, name_key` : Prisma.sql`email`);
	if (kind === 'companies' && duplicates.domain !== 'create')
		await takeFor(
			tx,
			'domain',
			Prisma.sql`SELECT r.n, t.id, t.created_at, 0 AS rank FROM import_row r CROSS JOIN LATERAL (
				SELECT t.id, t.created_at FROM company t WHERE ${owned('t', userId)} AND web_domain(t.website) = r.domain
				UNION ALL ${companiesWithLink(userId, Prisma.sql`r.domain`)}
			) t`,
			Prisma.sql`domain`,
		);
	if (duplicates.name !== 'create')
		await takeFor(
			tx,
			'name',
			Prisma.sql`SELECT r.n, t.id, t.created_at, 0 AS rank FROM import_row r
				JOIN ${table} t ON ${owned('t', userId)} AND t.name_key = fold(r.name) AND lower(t.name) = r.name_key ${sameCompany}`,
			kind === 'companies' ? Prisma.sql`name_key` : Prisma.sql`company_id, name_key`,
		);
	// the first row of some may itself be of a record that is there
	while (
		(await tx.$executeRaw`
			UPDATE import_row r SET target = f.target FROM import_row f
			WHERE r.target = f.id AND f.target IS NOT NULL AND f.target <> r.target`) > 0
	);
}

/** The companies with a further link at a domain. */
const companiesWithLink = (userId: UserId, domain: Prisma.Sql) => Prisma.sql`
	SELECT c.id, c.created_at FROM contact_point l JOIN company c ON c.user_id = l.user_id AND c.id = l.company_id
	WHERE ${owned('l', userId)} AND l.kind = 'link' AND l.key = ${domain}`;

/**
 * The contacts with one of the email addresses of a row, main or further: first who has the name as well, as several can share an
 * address, then who has the main one.
 */
const sameEmail = (userId: UserId) => Prisma.sql`
	SELECT e.n, t.id, t.created_at,
		CASE WHEN lower(t.name) = e.name_key THEN 0 WHEN e.is_main AND t.email_key = e.key THEN 1 ELSE 2 END AS rank
	FROM (
		SELECT r.n, r.name_key, p.is_main, p.keys[1] AS key FROM import_row r JOIN import_point p ON p.row_id = r.id
		WHERE p.kind = 'email'
	) e
	CROSS JOIN LATERAL (
		SELECT c.id, c.name, c.email_key, c.created_at FROM contact c WHERE ${owned('c', userId)} AND c.email_key = e.key
		UNION ALL
		SELECT c.id, c.name, c.email_key, c.created_at FROM contact_point l
		JOIN contact c ON c.user_id = l.user_id AND c.id = l.contact_id
		WHERE ${owned('l', userId)} AND l.kind = 'email' AND l.key = e.key
	) t`;

/** Takes rows that are of none yet for the records found, those of the lowest rank and the oldest first, or for the first row with the same `key`. */
async function takeFor(tx: Tx, twin: string, found: Prisma.Sql, key: Prisma.Sql): Promise<void> {
	await tx.$executeRaw`
		UPDATE import_row r SET target = f.id, twin = ${twin} FROM (
			SELECT DISTINCT ON (n) n, id FROM (${found}) t ORDER BY n, rank, created_at, id
		) f WHERE r.n = f.n AND r.target IS NULL`;
	await tx.$executeRaw`
		UPDATE import_row r SET target = f.id, twin = ${twin} FROM (
			SELECT n, first_value(id) OVER same AS id, row_number() OVER same AS place
			FROM import_row WHERE target IS NULL AND (${key}) IS NOT NULL WINDOW same AS (PARTITION BY ${key} ORDER BY n)
		) f WHERE r.n = f.n AND f.place > 1`;
}
