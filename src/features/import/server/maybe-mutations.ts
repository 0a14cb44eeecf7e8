import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import type { MaybeKey } from '../import-choices';
import type { ImportSettings } from '../import-settings';
import { addressKind, addressPolicy, companiesAt, decidedSame, followTargets, owned, tableOf } from './matching-sql';

/** As few digits are those of a number of an office or a service, not of one line. */
const fewestDigits = 7;

/** Says of rows that are of no record and no earlier row which one they may be of, by the surest of the ways that say so. */
export async function findMaybe(tx: Tx, userId: UserId, settings: ImportSettings): Promise<void> {
	const { kind, duplicates } = settings;
	if (kind === 'deals') return;
	if (addressPolicy(settings) !== 'create') await findSharedAddresses(tx, userId, settings);
	if (duplicates.name === 'create') return;
	await findSharedPhones(tx, userId, settings);
	await findOtherSpellings(tx, userId, settings);
}

type Found = { by: MaybeKey; records: Prisma.Sql; keys: Prisma.Sql };

/**
 * Notes for rows the oldest of the records found, or else the first row with one of the same `keys`: each row's `n` and `key`, and whether
 * rows are found by it.
 */
async function noteMaybe(tx: Tx, { by, records, keys }: Found): Promise<void> {
	const isOpen = Prisma.sql`r.target IS NULL AND (r.maybe IS NULL OR r.maybe_by = 'company')`;
	await tx.$executeRaw`
		UPDATE import_row r SET maybe = f.id, maybe_by = ${by} FROM (
			SELECT DISTINCT ON (n) n, id FROM (${records}) t ORDER BY n, created_at, id
		) f WHERE r.n = f.n AND ${isOpen}`;
	// of both PostgreSQL needs to know how many there are
	await tx.$executeRaw`CREATE TEMP TABLE import_key ON COMMIT DROP AS ${keys}`;
	await tx.$executeRaw`
		CREATE TEMP TABLE import_first ON COMMIT DROP AS SELECT key, min(n) AS n FROM import_key WHERE is_own GROUP BY key`;
	await tx.$executeRaw`ANALYZE import_key`;
	await tx.$executeRaw`ANALYZE import_first`;
	await tx.$executeRaw`
		UPDATE import_row r SET maybe = f.id, maybe_by = ${by} FROM (
			SELECT DISTINCT ON (k.n) k.n, coalesce(o.target, o.id) AS id
			FROM import_key k JOIN import_first e ON e.key = k.key AND e.n < k.n JOIN import_row o ON o.n = e.n
			ORDER BY k.n, e.n
		) f WHERE r.n = f.n AND ${isOpen}`;
	await tx.$executeRaw`DROP TABLE import_key, import_first`;
}

/** By an email address or a website: who has another name may share it. */
async function findSharedAddresses(tx: Tx, userId: UserId, settings: ImportSettings): Promise<void> {
	const { by, at } = addressKind(settings);
	if (by === 'email') {
		await noteMaybe(tx, {
			by,
			records: Prisma.sql`
				SELECT a.n, t.id, t.created_at FROM import_address a CROSS JOIN LATERAL (${at(userId, Prisma.sql`a.key`)}) t`,
			keys: Prisma.sql`SELECT a.n, a.key, true AS is_own FROM import_address a`,
		});
		return;
	}
	const keys = Prisma.sql`
		SELECT a.n, a.key, true AS is_own FROM import_address a
		UNION SELECT r.n, r.domain, true FROM import_row r WHERE r.domain IS NOT NULL`;
	await noteMaybe(tx, {
		by,
		records: Prisma.sql`
			SELECT k.n, t.id, t.created_at FROM (${keys}) k CROSS JOIN LATERAL (
				${companiesAt(userId, Prisma.sql`k.key`)}
				UNION ALL SELECT c.id, c.name, c.name_key, c.created_at FROM company c
				WHERE ${owned('c', userId)} AND mail_domain(c.email) = k.key
			) t`,
		keys,
	});
}

/** By a phone number, in whatever way it is written. */
async function findSharedPhones(tx: Tx, userId: UserId, { kind }: ImportSettings): Promise<void> {
	const of = Prisma.raw(kind === 'contacts' ? 'contact_id' : 'company_id');
	const keys = Prisma.sql`
		SELECT r.n, k.key, k.place = 1 AS is_own FROM import_point p JOIN import_row r ON r.id = p.row_id
		CROSS JOIN unnest(p.keys) WITH ORDINALITY AS k(key, place)
		WHERE p.kind = 'phone' AND char_length(k.key) >= ${fewestDigits}`;
	await noteMaybe(tx, {
		by: 'phone',
		records: Prisma.sql`
			SELECT k.n, t.id, t.created_at FROM (${keys}) k CROSS JOIN LATERAL (
				SELECT t.id, t.created_at FROM ${tableOf(kind)} t WHERE ${owned('t', userId)} AND phone_key(t.phone) = k.key
				UNION ALL
				SELECT t.id, t.created_at FROM contact_point l JOIN ${tableOf(kind)} t ON t.user_id = l.user_id AND t.id = l.${of}
				WHERE ${owned('l', userId)} AND l.kind = 'phone' AND l.key = k.key
			) t`,
		keys,
	});
}

/** By the name: of companies without legal forms and punctuation, of people at one company without accents. */
async function findOtherSpellings(tx: Tx, userId: UserId, { kind }: ImportSettings): Promise<void> {
	if (kind === 'companies') {
		await noteMaybe(tx, {
			by: 'spelling',
			records: Prisma.sql`
				SELECT k.n, t.id, t.created_at FROM (
					SELECT n, company_core(fold(name_key)) AS core FROM import_row WHERE target IS NULL AND maybe IS NULL
				) k JOIN company t ON ${owned('t', userId)} AND company_core(t.name_key) = k.core WHERE k.core <> ''`,
			keys: Prisma.sql`SELECT n, company_core(fold(name_key)) AS key, true AS is_own FROM import_row WHERE company_core(fold(name_key)) <> ''`,
		});
		return;
	}
	await noteMaybe(tx, {
		by: 'spelling',
		records: Prisma.sql`
			SELECT r.n, t.id, t.created_at FROM import_row r
			JOIN contact t ON ${owned('t', userId)} AND t.name_key = fold(r.name_key) AND t.company_id = r.company_id
			WHERE r.target IS NULL AND r.maybe IS NULL`,
		keys: Prisma.sql`SELECT n, company_id || ' ' || fold(name_key) AS key, true AS is_own FROM import_row`,
	});
}

/** Takes the rows for what they may be that were decided to be the same. What a decision was about may be gone since: such rows are apart. */
export async function applyDecisions(tx: Tx, settings: ImportSettings): Promise<void> {
	await tx.$executeRaw`
		UPDATE import_row r SET target = r.maybe, twin = 'decided'
		WHERE r.maybe IS NOT NULL AND r.maybe_by <> 'company' AND r.target IS NULL AND ${decidedSame(settings)}`;
	await followTargets(tx);
}

/** How many rows may be the same as a record or an earlier row, by what. */
export async function countMaybe(tx: Tx): Promise<Partial<Record<MaybeKey, number>>> {
	const counts = await tx.$queryRaw<{ by: MaybeKey; count: number }[]>`
		SELECT maybe_by AS by, count(*)::int AS count FROM import_row WHERE maybe IS NOT NULL AND how <> 'refuse' GROUP BY maybe_by`;
	return Object.fromEntries(counts.map(({ by, count }) => [by, count]));
}
