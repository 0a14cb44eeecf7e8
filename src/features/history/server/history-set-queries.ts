import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import { read, readPrepared } from '@/lib/db/read';
import type { ChangedRow, Count, Names } from '../history-entry';
import { nameKey } from '../history-entry';
import { isErased } from './erased-sql';
import { changedRow, isShownForSet, netOfPart, partOfRecord, partOfSets } from './history-sql';

/**
 * What some sets did as a whole: their size, and what they did to how many; without
 * `except`, the record whose history it is, also what they did, or did first.
 */
export async function readSets(userId: UserId, sets: string[], except: string | null) {
	return readPrepared<
		{
			id: string;
			rows: number;
			counts: Count[];
			isFew: boolean | null;
			firstRows: ChangedRow[] | null;
		}[]
	>`
		WITH ${partOfSets(userId, sets)}, ${netOfPart}, counted AS (
			SELECT k.set_id, jsonb_agg(to_jsonb(k) - 'set_id') AS counts FROM (
				SELECT n.set_id, n.entity, n.op, count(DISTINCT n.record_id)::int AS count FROM shown n
				WHERE n.record_id IS DISTINCT FROM ${except}::uuid GROUP BY n.set_id, n.entity, n.op
			) k GROUP BY k.set_id
		), first_rows AS (
			SELECT n.set_id, bool_and(n.is_few) AS is_few, jsonb_agg(${changedRow} ORDER BY n.last) AS rows FROM shown n
			WHERE ${except}::uuid IS NULL AND ${isShownForSet} GROUP BY n.set_id
		)
		SELECT z.set_id AS id, z.rows, coalesce(c.counts, '[]') AS counts, f.is_few AS "isFew", f.rows AS "firstRows"
		FROM size z LEFT JOIN counted c USING (set_id) LEFT JOIN first_rows f USING (set_id)`;
}

/** What happened to one record between two lines of the log, by set. */
export async function readRecordChanges(
	userId: UserId,
	record: { id: string; entities: string[] },
	range: { first: string; last: string },
): Promise<Partial<Record<string, ChangedRow[]>>> {
	const rows = await readPrepared<{ id: string; rows: ChangedRow[] }[]>`
		WITH ${partOfRecord(userId, record, range)}, ${netOfPart}
		SELECT n.set_id AS id, jsonb_agg(${changedRow} ORDER BY n.last) AS rows FROM shown n GROUP BY n.set_id`;
	return Object.fromEntries(rows.map(({ id, rows }) => [id, rows]));
}

/** The original action of each set, and how often it was undone and redone up to the set. */
export async function labelSets(userId: UserId, sets: string[]) {
	return readPrepared<{ id: string; at: Date; label: string; undos: number; isErased: boolean }[]>`
		WITH RECURSIVE origin AS (
			SELECT s.id, s.at, s.label, s.undoes, 0 AS undos, ${isErased('s')} AS erased FROM change_set s
			WHERE s.user_id = ${userId}::uuid AND s.id = ANY (${sets}::uuid[])
			UNION ALL
			SELECT o.id, o.at, s.label, s.undoes, o.undos + 1, o.erased
			FROM origin o JOIN change_set s ON s.user_id = ${userId}::uuid AND s.id = o.undoes
		)
		SELECT DISTINCT ON (id) id, at, label, undos, erased AS "isErased" FROM origin ORDER BY id, undos DESC`;
}

/** When each set was undone. A set whose undo was itself undone is not among them. */
export async function findUndone(userId: UserId, sets: string[]): Promise<Partial<Record<string, Date>>> {
	const undos = await readPrepared<{ undoes: string; id: string; at: Date }[]>`
		WITH RECURSIVE undo AS (
			SELECT s.undoes, s.id, s.at FROM change_set s
			WHERE s.user_id = ${userId}::uuid AND s.undoes = ANY (${sets}::uuid[])
			UNION
			SELECT s.undoes, s.id, s.at FROM undo u JOIN change_set s ON s.user_id = ${userId}::uuid AND s.undoes = u.id
		)
		SELECT * FROM undo ORDER BY at DESC, id DESC`;
	const undone: Record<string, Date> = {};
	// the newest first: whether an undo holds is known before the set that it took back is come to
	for (const { undoes, id, at } of undos) if (!undone[id] && !undone[undoes]) undone[undoes] = at;
	return undone;
}

/** What records are called, also those that are gone: the log has their last name. */
export async function nameRecords(
	userId: UserId,
	records: [entity: string, id: string][],
	options: [field: string, id: string][],
): Promise<Names> {
	if (records.length === 0) return {};
	const present = [
		['company', 'name'],
		['contact', 'name'],
		['deal', 'name'],
		['activity', 'subject'],
		['tag', 'name'],
		['follow_up', 'title'],
		['field', 'name'],
	].map(
		([table, column]) => Prisma.sql`
			SELECT ${Prisma.raw(`r.${column} AS name, ${table === 'field' ? 'r.type' : 'NULL::text'} AS type FROM ${table} r WHERE n.entity = '${table}' AND r.id = n.id`)}
				AND r.user_id = ${userId}::uuid`,
	);
	const rows = await read<{ entity: string; id: string; name: string | null; type: string | null; exists: boolean }[]>`
		SELECT n.entity, n.id, coalesce(present.name, logged.content ->> 'name', logged.content ->> 'subject', logged.content ->> 'title') AS name,
			coalesce(present.type, CASE WHEN n.entity = 'field' THEN logged.content ->> 'type' END) AS type, present.name IS NOT NULL AS exists
		FROM unnest(${records.map(([entity]) => entity)}::text[], ${records.map(([, id]) => id)}::uuid[]) AS n(entity, id)
		LEFT JOIN LATERAL (${Prisma.join(present, ' UNION ALL ')}) present ON true
		LEFT JOIN LATERAL (
			SELECT coalesce(l.after, l.before) AS content FROM change_log l
			WHERE present.name IS NULL AND l.user_id = ${userId}::uuid AND l.record_id = n.id AND l.entity = n.entity
			ORDER BY l.id DESC LIMIT 1
		) logged ON true`;
	const named = rows.flatMap(({ entity, id, name, ...more }) =>
		name === null ? [] : [[nameKey(entity, id), { name, ...more }] as const],
	);
	return Object.fromEntries([...named, ...(await nameOptions(userId, options))]);
}

/** What options are called, those that are gone too; the log has these with their fields. */
async function nameOptions(userId: UserId, options: [field: string, id: string][]) {
	if (options.length === 0) return [];
	const ids = [...new Set(options.map(([, id]) => id))];
	const rows = await read<{ id: string; name: string; exists: boolean }[]>`
		SELECT DISTINCT ON (o.id) o.id, o.name, o.exists FROM (
			SELECT o.id, o.name, true AS exists, NULL::bigint AS line FROM field_option o
			WHERE o.user_id = ${userId}::uuid AND o.id = ANY (${ids}::uuid[])
			UNION ALL
			SELECT (l.before ->> 'id')::uuid, l.before ->> 'name', false, l.id FROM change_log l
			WHERE l.user_id = ${userId}::uuid AND l.record_id = ANY (${[...new Set(options.map(([field]) => field))]}::uuid[])
				AND l.entity = 'field_option' AND l.after IS NULL AND l.before ->> 'id' = ANY (${ids}::text[])
		) o ORDER BY o.id, o.exists DESC, o.line DESC`;
	return rows.map(({ id, ...named }) => [nameKey('field_option', id), named] as const);
}
