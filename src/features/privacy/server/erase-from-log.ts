import 'server-only';
import type { PartnerNoun } from '@/domain/named-record';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { instead } from '../mention';
import type { Patterns } from '../term-patterns';

// The history without somebody who is erased. It works on tables of the transaction:
//   erased_record: the records that go, and what belongs to them, also of those that were deleted before;
//   erased_line: lines of others in the log that may hold something of them;
//   blanked_text: the texts that were blanked, by their records.

/** A statement looks through so many lines, so that none takes long in a history of years. */
const linesAtOnce = 20_000;

/** So many ids are looked for by one expression. */
const idsAtOnce = 100;

/** A transaction that began before this may have written lines behind those that were looked through. */
const longestTransaction = Prisma.raw("interval '1 hour'");

export type ErasedFrom = { noun: PartnerNoun; ids: string[]; own: Patterns };

export async function openErasure(tx: Tx): Promise<void> {
	await tx.$executeRaw`CREATE TEMP TABLE erased_record (id uuid PRIMARY KEY) ON COMMIT DROP`;
	await tx.$executeRaw`CREATE TEMP TABLE erased_line (id bigint PRIMARY KEY) ON COMMIT DROP`;
	await tx.$executeRaw`CREATE TEMP TABLE blanked_text (kind text, id uuid, columns text[], PRIMARY KEY (kind, id)) ON COMMIT DROP`;
}

/** Looks through the whole log, part by part and without any lock, for lines that may hold something of those who are erased. */
export async function findLines(tx: Tx, userId: UserId, erased: ErasedFrom): Promise<void> {
	for (let at: string | null = String(-(2n ** 63n)); at !== null; ) {
		const [looked]: { last: string | null }[] = await tx.$queryRaw`
			WITH part AS MATERIALIZED (
				SELECT l.id, concat(l.before, l.after) AS text FROM change_log l
				WHERE l.user_id = ${userId}::uuid AND l.id > ${at}::bigint ORDER BY l.id LIMIT ${linesAtOnce}::bigint
			), found AS (
				INSERT INTO pg_temp.erased_line SELECT p.id FROM part p WHERE p.text ~ ANY (${signsOf(erased)}::text[]) ON CONFLICT DO NOTHING
			)
			SELECT max(id)::text AS last FROM part`;
		at = looked?.last ?? null;
	}
}

/** The same for lines that were written meanwhile, once nobody can change the records any more. */
export async function findLatestLines(tx: Tx, userId: UserId, erased: ErasedFrom): Promise<void> {
	await tx.$executeRaw`
		INSERT INTO pg_temp.erased_line
		SELECT l.id FROM change_set s JOIN change_log l ON l.user_id = s.user_id AND l.change_set_id = s.id
		WHERE s.user_id = ${userId}::uuid AND s.at > now() - ${longestTransaction} AND concat(l.before, l.after) ~ ANY (${signsOf(erased)}::text[])
		ON CONFLICT DO NOTHING`;
}

/** What a line has in it that may hold something of them: a text that names them, or a link to them. */
function signsOf({ ids, own }: ErasedFrom): string[] {
	const links = Array.from({ length: Math.ceil(ids.length / idsAtOnce) }, (_, nth) =>
		ids.slice(nth * idsAtOnce, (nth + 1) * idsAtOnce).join('|'),
	);
	return [...own.loose, ...links];
}

/**
 * Adds records that are only in the log: of a company what belonged to it when it was deleted; and contacts that were deleted and
 * had an email or a phone number which nobody else has now, as these are the same person.
 */
export async function addDeleted(tx: Tx, userId: UserId, { noun, ids, own }: ErasedFrom): Promise<void> {
	const belonged = ['contact', 'deal', 'activity', 'follow_up'];
	const reached = own.exact.filter((pattern) => !pattern.startsWith('(?<![[:alnum:]])'));
	await tx.$executeRaw`
		INSERT INTO pg_temp.erased_record
		SELECT DISTINCT l.record_id FROM pg_temp.erased_line e JOIN change_log l ON l.user_id = ${userId}::uuid AND l.id = e.id
		CROSS JOIN LATERAL (VALUES (l.before), (l.after)) AS side (row)
		WHERE (${noun} = 'company' AND l.entity = ANY (${belonged}::text[]) AND side.row ->> 'company_id' = ANY (${ids}::text[])
				OR l.entity = 'contact' AND (side.row ->> 'email' ~ ANY (${reached}::text[]) OR side.row ->> 'phone' ~ ANY (${reached}::text[]))
				OR l.entity = 'contact_point' AND side.row ->> 'contact_id' IS NOT NULL AND side.row ->> 'value' ~ ANY (${reached}::text[]))
			AND NOT EXISTS (SELECT FROM contact r WHERE r.user_id = l.user_id AND r.id = l.record_id)
			AND NOT EXISTS (SELECT FROM deal r WHERE r.user_id = l.user_id AND r.id = l.record_id)
			AND NOT EXISTS (SELECT FROM activity r WHERE r.user_id = l.user_id AND r.id = l.record_id)
			AND NOT EXISTS (SELECT FROM follow_up r WHERE r.user_id = l.user_id AND r.id = l.record_id)
		ON CONFLICT DO NOTHING`;
}

/**
 * Takes the records that go out of the log, and what it has of them in lines of others. Of the change set of the erasure itself
 * only ids are left. Change sets that lost something say so.
 */
export async function eraseFromLog(
	tx: Tx,
	userId: UserId,
	{ noun, own, all }: ErasedFrom & { all: Patterns },
): Promise<void> {
	await tx.$executeRaw`CREATE TEMP TABLE erased_set (id uuid) ON COMMIT DROP`;
	for (const table of ['erased_record', 'erased_line', 'blanked_text'])
		await tx.$executeRaw`ANALYZE ${Prisma.raw(`pg_temp.${table}`)}`;
	const present = Prisma.sql`nullif(current_setting('app.change_set'), '')::uuid`;
	const [{ set }] = await tx.$queryRaw<[{ set: string }]>`
		SELECT s.id AS set FROM change_set s WHERE s.user_id = ${userId}::uuid AND s.id = ${present}`;
	await tx.$executeRaw`
		CREATE TEMP TABLE erased_self ON COMMIT DROP AS
		SELECT DISTINCT l.entity, l.record_id FROM change_log l
		WHERE l.user_id = ${userId}::uuid AND l.change_set_id = ${set}::uuid AND l.after IS NULL AND l.entity IN ('company', 'contact')`;
	await tx.$executeRaw`DELETE FROM change_log WHERE user_id = ${userId}::uuid AND change_set_id = ${set}::uuid`;
	await tx.$executeRaw`
		WITH own AS (
			DELETE FROM change_log l USING pg_temp.erased_record e WHERE l.user_id = ${userId}::uuid AND l.record_id = e.id
			RETURNING l.change_set_id
		)
		INSERT INTO pg_temp.erased_set SELECT DISTINCT change_set_id FROM own`;
	await tx.$executeRaw`
		WITH link AS (
			DELETE FROM change_log l USING pg_temp.erased_line e
			WHERE l.user_id = ${userId}::uuid AND l.id = e.id AND l.entity IN ('activity_person', 'deal_person')
				AND (coalesce(l.after, l.before) ->> 'contact_id')::uuid IN (SELECT id FROM pg_temp.erased_record)
			RETURNING l.change_set_id
		)
		INSERT INTO pg_temp.erased_set SELECT DISTINCT change_set_id FROM link`;
	await tx.$executeRaw`
		INSERT INTO pg_temp.erased_line
		SELECT l.id FROM pg_temp.blanked_text b JOIN change_log l ON l.user_id = ${userId}::uuid AND l.record_id = b.id AND l.entity = b.kind
		ON CONFLICT DO NOTHING`;
	const rewritten = (side: string) => Prisma.sql`
		erased_line(${Prisma.raw(`l.${side}`)}, now.row, ${own.exact}::text[], ${all.exact}::text[], coalesce(b.columns, '{}'),
			${keptColumns(noun)}, (SELECT coalesce(array_agg(id), '{}') FROM pg_temp.erased_record), ${instead})`;
	await tx.$executeRaw`
		WITH line AS (
			SELECT l.id, l.before AS was_before, l.after AS was_after, ${rewritten('before')} AS before, ${rewritten('after')} AS after
			FROM pg_temp.erased_line e JOIN change_log l ON l.user_id = ${userId}::uuid AND l.id = e.id
			LEFT JOIN LATERAL (${presentRows(userId)}) now ON true
			LEFT JOIN pg_temp.blanked_text b ON b.kind = l.entity AND b.id = l.record_id
		), changed AS (
			UPDATE change_log l SET before = c.before, after = c.after FROM line c
			WHERE l.user_id = ${userId}::uuid AND l.id = c.id AND (c.before, c.after) IS DISTINCT FROM (c.was_before, c.was_after)
			RETURNING l.change_set_id
		)
		INSERT INTO pg_temp.erased_set SELECT DISTINCT change_set_id FROM changed`;
	await tx.$executeRaw`
		DELETE FROM change_kind k WHERE k.user_id = ${userId}::uuid AND (
			k.change_set_id = ${set}::uuid AND NOT (k.op = 'deleted' AND k.kind IN ('company', 'contact')) OR k.change_set_id IN (SELECT e.id FROM pg_temp.erased_set e WHERE NOT EXISTS (
				SELECT FROM change_log l WHERE l.user_id = ${userId}::uuid AND l.change_set_id = e.id)))`;
	await tx.$executeRaw`
		INSERT INTO change_log (user_id, change_set_id, entity, record_id, before)
		SELECT ${userId}::uuid, ${set}::uuid, s.entity, s.record_id, jsonb_build_object('id', s.record_id) FROM pg_temp.erased_self s`;
	await tx.$executeRaw`
		UPDATE change_set SET erased_by = ${set}::uuid
		WHERE user_id = ${userId}::uuid AND (id = ${set}::uuid OR id IN (SELECT e.id FROM pg_temp.erased_set e))`;
}

/** What names other people, and other companies where one of these is erased, is theirs. */
const keptColumns = (noun: PartnerNoun) => Prisma.sql`
	CASE WHEN l.entity = 'contact' OR l.entity = 'company' AND ${noun} = 'company' THEN '{name}'::text[] ELSE '{}' END`;

/** What the record of a line `l` holds now. */
function presentRows(userId: UserId): Prisma.Sql {
	const tables = ['company', 'contact', 'deal', 'activity', 'follow_up', 'tag', 'field', 'saved_view'];
	const rows = tables.map(
		(table) => Prisma.sql`
			SELECT to_jsonb(t) AS row FROM ${Prisma.raw(table)} t
			WHERE l.entity = ${table} AND t.user_id = ${userId}::uuid AND t.id = l.record_id`,
	);
	return Prisma.join(rows, ' UNION ALL ');
}
