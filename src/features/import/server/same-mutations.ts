import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { sharedDomains } from '@/lib/text/web-domain';
import type { ImportSettings } from '../import-settings';
import { addressKind, addressPolicy, contactsAt, followTargets, owned, spaced, tableOf } from './matching-sql';
import { findSameDeals } from './same-deal-mutations';
import type { OtherWay } from './unique-mutations';

/**
 * Takes rows that are of none yet for a record, or an earlier row, that is the same without doubt: its address and its name are, or
 * its name is and no address contradicts. Each statement works for all rows at once, and looks at each but a few times.
 */
export async function findSame(tx: Tx, userId: UserId, settings: ImportSettings): Promise<void> {
	const { kind, duplicates } = settings;
	await listAddresses(tx, settings);
	if (addressPolicy(settings) !== 'create') await findSameAddresses(tx, userId, settings);
	if (duplicates.name === 'create') return;
	if (kind === 'deals') await findSameDeals(tx, userId);
	else await findSameNames(tx, userId, settings);
}

/** Lists the email addresses or websites of each row, and what else its name is compared by. */
async function listAddresses(tx: Tx, settings: ImportSettings): Promise<void> {
	await tx.$executeRaw`
		CREATE TEMP TABLE import_address (n int, key text COLLATE "C", core text COLLATE "C", is_nameless boolean) ON COMMIT DROP`;
	if (settings.kind === 'contacts')
		await tx.$executeRaw`
			INSERT INTO import_address
			SELECT r.n, p.keys[1], fold(r.name_key), coalesce((r.data ->> 'isNameless')::boolean, false)
			FROM import_row r JOIN import_point p ON p.row_id = r.id WHERE p.kind = 'email'`;
	if (settings.kind === 'companies')
		await tx.$executeRaw`
			INSERT INTO import_address
			SELECT DISTINCT r.n, web_domain(p.value), company_core(fold(r.name_key)), false
			FROM import_row r JOIN import_point p ON p.row_id = r.id
			WHERE p.kind = 'link' AND web_domain(p.value) <> ALL (${sharedDomains}::text[])`;
	await tx.$executeRaw`CREATE INDEX ON import_address (n)`;
	await tx.$executeRaw`CREATE INDEX ON import_address (key)`;
	await tx.$executeRaw`ANALYZE import_address`;
}

/** By address and name: of companies without legal forms, of people also where one of the two is written without accents. */
async function findSameAddresses(tx: Tx, userId: UserId, settings: ImportSettings): Promise<void> {
	const { by, at } = addressKind(settings);
	const exact = Prisma.sql`${spaced(Prisma.sql`t.name`)} = r.name_key`;
	const alike =
		by === 'domain'
			? Prisma.sql`company_core(t.name_key) = a.core`
			: Prisma.sql`fold(${spaced(Prisma.sql`t.name`)}) = a.core
				AND (r.name_key = a.core OR ${spaced(Prisma.sql`t.name`)} = a.core)`;
	await tx.$executeRaw`
		UPDATE import_row r SET target = f.id, twin = ${by} FROM (
			SELECT DISTINCT ON (n) n, id FROM (
				SELECT r.n, t.id, t.created_at, min(t.id::text) OVER (PARTITION BY r.n) = max(t.id::text) OVER (PARTITION BY r.n) AS is_only,
					CASE WHEN ${exact} THEN 0 WHEN ${alike} THEN 1 WHEN a.is_nameless THEN 2 END AS rank
				FROM import_row r JOIN import_address a ON a.n = r.n CROSS JOIN LATERAL (${at(userId, Prisma.sql`a.key`)}) t
				WHERE r.target IS NULL
			) t
			-- of several, one without a name can be any
			WHERE rank < 2 OR (rank = 2 AND is_only)
			ORDER BY n, rank, created_at, id
		) f WHERE r.n = f.n`;
	// two names with accents are two people, however they look without them
	await tx.$executeRaw`
		UPDATE import_row r SET target = f.first, twin = ${by} FROM (
			SELECT DISTINCT ON (n) n, first FROM (
				SELECT n, first_value(id) OVER same AS first, first_value(n) OVER same AS first_n FROM (
					SELECT r.n, r.id, a.key, CASE WHEN g.accents > 1 THEN r.name_key ELSE a.core END AS name
					FROM import_row r JOIN import_address a ON a.n = r.n
					JOIN (
						SELECT a.key, a.core, count(DISTINCT r.name_key) FILTER (WHERE ${by === 'email'} AND r.name_key <> a.core) AS accents
						FROM import_address a JOIN import_row r ON r.n = a.n GROUP BY a.key, a.core
					) g ON g.key = a.key AND g.core = a.core
				) w WINDOW same AS (PARTITION BY key, name ORDER BY n)
			) w WHERE first_n < n ORDER BY n, first_n
		) f WHERE r.n = f.n AND r.target IS NULL`;
	await followTargets(tx);
}

/**
 * By the name, of people at one company: while at most one of all that are called so has an address, they are one. Otherwise those
 * without an address are one, and the others may be the same.
 */
async function findSameNames(tx: Tx, userId: UserId, settings: ImportSettings): Promise<void> {
	const ofPeople = settings.kind === 'contacts';
	const hasAddress = ofPeople
		? Prisma.sql`(t.email_key IS NOT NULL OR EXISTS (
			SELECT FROM contact_point l WHERE l.user_id = t.user_id AND l.contact_id = t.id AND l.kind = 'email'))`
		: Prisma.sql`(web_domain(t.website) <> ALL (${sharedDomains}::text[]) OR EXISTS (
			SELECT FROM contact_point l WHERE l.user_id = t.user_id AND l.company_id = t.id AND l.kind = 'link'
				AND l.key <> ALL (${sharedDomains}::text[])))`;
	const counts = addressPolicy(settings) === 'create' ? Prisma.sql`false` : Prisma.sql`true`;
	const at = ofPeople ? Prisma.sql`company_id` : Prisma.sql`'00000000-0000-0000-0000-000000000000'::uuid`;
	await tx.$executeRaw`
		CREATE TEMP TABLE import_namesake ON COMMIT DROP AS
		SELECT r.n, r.id, ${at} AS at, r.name_key, r.name, ${counts} AND EXISTS (SELECT FROM import_address a WHERE a.n = r.n) AS has_address
		FROM import_row r WHERE r.target IS NULL`;
	await tx.$executeRaw`ANALYZE import_namesake`;
	await tx.$executeRaw`
		CREATE TEMP TABLE import_called ON COMMIT DROP AS
		SELECT g.at, g.name_key,
			(array_agg(t.id ORDER BY t.created_at, t.id) FILTER (WHERE t.bare))[1] AS bare,
			(array_agg(t.id ORDER BY t.created_at, t.id) FILTER (WHERE NOT t.bare))[1] AS addressed,
			count(DISTINCT t.id) FILTER (WHERE NOT t.bare) AS count
		FROM (
			SELECT at, name_key, fold(name) AS folded FROM import_namesake
			UNION SELECT at, name_key, fold(name_key) FROM import_namesake
		) g
		JOIN LATERAL (
			SELECT t.id, t.created_at, NOT coalesce(${counts} AND ${hasAddress}, false) AS bare FROM ${tableOf(settings.kind)} t
			WHERE ${owned('t', userId)} AND t.name_key = g.folded AND ${spaced(Prisma.sql`t.name`)} = g.name_key
				${ofPeople ? Prisma.sql`AND t.company_id = g.at` : Prisma.empty}
		) t ON true
		GROUP BY g.at, g.name_key`;
	await tx.$executeRaw`ANALYZE import_called`;
	await tx.$executeRaw`
		UPDATE import_row r SET target = f.same, twin = CASE WHEN f.same IS NOT NULL THEN 'name' END,
			maybe = coalesce(f.maybe, r.maybe), maybe_by = CASE WHEN f.maybe IS NOT NULL THEN 'name' ELSE r.maybe_by END
		FROM (
			SELECT n, CASE WHEN same <> id THEN same END AS same, CASE WHEN maybe <> id THEN maybe END AS maybe FROM (
				SELECT w.n, w.id,
					CASE WHEN people <= 1 THEN coalesce(bare, addressed, first) WHEN NOT has_address THEN coalesce(bare, first_bare) END AS same,
					CASE WHEN people > 1 THEN
						CASE WHEN has_address THEN coalesce(addressed, bare, first)
							WHEN bare IS NULL AND first_bare = w.id THEN coalesce(addressed, first) END
					END AS maybe
				FROM (
					SELECT s.n, s.id, s.has_address, c.bare, c.addressed, first_value(s.id) OVER same AS first,
						first_value(s.id) OVER (PARTITION BY s.at, s.name_key ORDER BY s.has_address, s.n) AS first_bare,
						coalesce(c.count, 0) + count(*) FILTER (WHERE s.has_address) OVER (PARTITION BY s.at, s.name_key) AS people
					FROM import_namesake s LEFT JOIN import_called c ON c.at = s.at AND c.name_key = s.name_key
					WINDOW same AS (PARTITION BY s.at, s.name_key ORDER BY s.n)
				) w
			) w
		) f WHERE r.n = f.n AND (f.same IS NOT NULL OR f.maybe IS NOT NULL)`;
	await followTargets(tx);
}

/** By what a row's record is found beside unique fields, and what must not say another one; a domain may be that of several companies. */
export function otherWays(userId: UserId, { kind }: ImportSettings): OtherWay[] {
	const sameCompany = kind === 'companies' ? Prisma.empty : Prisma.sql`AND t.company_id = r.company_id`;
	const named = Prisma.sql`
		SELECT r.n, t.id, t.created_at FROM import_row r JOIN ${tableOf(kind)} t ON ${owned('t', userId)}
			AND t.name_key = fold(r.name) AND ${spaced(Prisma.sql`t.name`)} = r.name_key ${sameCompany}`;
	const written = Prisma.sql`
		SELECT a.n, t.id, t.created_at FROM import_address a CROSS JOIN LATERAL (${contactsAt(userId, Prisma.sql`a.key`)}) t`;
	return [{ by: 'name', found: named }, ...(kind === 'contacts' ? [{ by: 'email address', found: written }] : [])];
}
