import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import { maxListedRows, maxShownLength, minComparedLength } from '../history-entry';

/** A set of at most so many changed rows shows each of them, a larger one the first of them and how many there are. */
const maxFewRows = 5;
const maxFirstRows = 3;
/** The order of a set's rows: a record before those that belong to it. */
const rank = [
	...['company', 'contact', 'deal', 'activity', 'follow_up'],
	...['contact_point', 'deal_person', 'activity_person', 'company_tag', 'contact_tag', 'tag'],
	...['field', 'field_option'],
];
/** The number of rows that represent a set with more rows than are read. */
const sample = 20;

/** What names a row among those of its record and table: the id, the tag of a mark, or the contact who takes part. */
const logKey = (log: Prisma.Sql) => {
	const row = Prisma.sql`coalesce(${log}.after, ${log}.before)`;
	return Prisma.sql`coalesce(${row} ->> 'id', ${row} ->> 'tag_id', ${row} ->> 'contact_id')`;
};

const logColumns = Prisma.sql`l.change_set_id AS set_id, l.id, l.entity, l.record_id, l.before, l.after, ${logKey(Prisma.sql`l`)} AS key`;

/** Rows of the log, of one record between two of them. */
export const partOfRecord = (
	userId: UserId,
	record: { id: string; entities: string[] },
	{ first, last }: { first: string; last: string },
) => Prisma.sql`
	part AS MATERIALIZED (
		SELECT ${logColumns} FROM change_log l
		WHERE l.user_id = ${userId}::uuid AND l.record_id = ${record.id}::uuid AND l.entity = ANY (${record.entities})
			AND l.id BETWEEN ${first}::bigint AND ${last}::bigint
	)`;

/** The most lines of the log that are read of one record to find out how it changed since some time. */
const maxLinesSince = 200;

/** Rows of the log, of some records since an instant, as if one set had written them. */
export const partSince = (userId: UserId, records: { ids: string[]; entities: string[] }, since: Date) => Prisma.sql`
	part AS MATERIALIZED (
		SELECT ${userId}::uuid AS set_id, l.id, l.entity, l.record_id, l.before, l.after, l.key
		FROM unnest(${records.ids}::uuid[]) AS r(id) CROSS JOIN LATERAL (
			SELECT ${logColumns} FROM change_log l JOIN change_set s ON s.user_id = l.user_id AND s.id = l.change_set_id
			WHERE l.user_id = ${userId}::uuid AND l.record_id = r.id AND l.entity = ANY (${records.entities}) AND l.id > 0
				AND s.at > ${since}
			ORDER BY l.id DESC LIMIT ${Prisma.raw(String(maxLinesSince))}
		) l
	)`;

/** Rows of the log, of some sets, a sample of large ones; `size` says how many each has, up to one more than are looked at. */
export const partOfSets = (userId: UserId, sets: string[]) => Prisma.sql`
	size AS MATERIALIZED (
		SELECT s.id AS set_id, (
			SELECT count(*)::int FROM (
				SELECT FROM change_log l WHERE l.user_id = ${userId}::uuid AND l.change_set_id = s.id LIMIT ${maxListedRows + 1}
			) counted
		) AS rows
		FROM unnest(${sets}::uuid[]) AS s(id)
	), part AS MATERIALIZED (
		SELECT l.* FROM size s CROSS JOIN LATERAL (
			SELECT ${logColumns} FROM change_log l
			WHERE l.user_id = ${userId}::uuid AND l.change_set_id = s.set_id 
			ORDER BY l.id LIMIT CASE WHEN s.rows > ${maxListedRows} THEN ${sample}::bigint ELSE ${maxListedRows}::bigint END
		) l
	)`;

/** Whether a line `c` gives a deal or an activity another main contact. */
const isOtherMain = Prisma.sql`(
	c.entity IN ('deal', 'activity') AND c.before -> 'contact_id' IS DISTINCT FROM c.after -> 'contact_id')`;

/**
 * What the rows of `part` amount to, one line per row and set: `before` the set's first change to it and `after` the last.
 * `shown` leaves out what another line says already: a deal's place and its steps, the marks, points and people of what was made or
 * deleted, and the main contact where it changed.
 */
export const netOfPart = Prisma.sql`
	net AS (
		SELECT p.set_id, p.entity, p.record_id, p.key, max(p.id) AS last,
			CASE WHEN (array_agg(p.before ORDER BY p.id))[1] IS NOT NULL
				THEN merged(array_agg(p.before ORDER BY p.id DESC) FILTER (WHERE p.before IS NOT NULL)) END AS before,
			CASE WHEN (array_agg(p.after ORDER BY p.id DESC))[1] IS NOT NULL
				THEN merged(array_agg(p.after ORDER BY p.id) FILTER (WHERE p.after IS NOT NULL)) END AS after
		FROM part p GROUP BY p.set_id, p.entity, p.record_id, p.key
	), change AS MATERIALIZED (
		SELECT n.*, CASE WHEN n.before IS NULL THEN 'created' WHEN n.after IS NULL THEN 'deleted' ELSE 'changed' END AS op,
			coalesce(n.before - 'position' = n.after - 'position', false) AS only_place
		FROM net n WHERE n.before IS DISTINCT FROM n.after
	), marked AS (
		SELECT c.*, CASE
			WHEN c.entity = 'contact_point' OR c.entity LIKE '%\\_tag' THEN c.is_whole
			WHEN c.entity LIKE '%\\_person' THEN c.is_whole OR coalesce(c.after, c.before) ->> 'role' IS NULL
				AND coalesce(c.key = CASE c.op WHEN 'deleted' THEN c.former_main WHEN 'created' THEN c.new_main END, false)
			ELSE false
		END AS implied
		FROM (
			SELECT c.*, bool_or(c.op <> 'changed' AND c.entity IN ('company', 'contact', 'deal', 'activity')) OVER record AS is_whole,
				max(CASE WHEN ${isOtherMain} THEN c.before ->> 'contact_id' END) OVER record AS former_main,
				max(CASE WHEN ${isOtherMain} THEN c.after ->> 'contact_id' END) OVER record AS new_main
			FROM change c WINDOW record AS (PARTITION BY c.set_id, c.record_id)
		) c
	), shown AS MATERIALIZED (
		SELECT t.*, count(*) OVER (PARTITION BY t.set_id) <= ${maxFewRows} AS is_few,
			row_number() OVER first_of_set AS place, first_value(t.entity || t.op) OVER first_of_set = t.entity || t.op AS is_like_first
		FROM marked t
		WHERE NOT t.only_place AND NOT t.implied AND t.entity <> 'deal_stage_change'
		WINDOW first_of_set AS (PARTITION BY t.set_id ORDER BY array_position(${rank}::text[], t.entity), t.last)
	)`;

/** Whether a line `n` of `shown` is shown for its set: every line of a small set, otherwise the first ones of the same kind. */
export const isShownForSet = Prisma.sql`(n.is_few OR (n.is_like_first AND n.place <= ${maxFirstRows}))`;

/** The beginning of a value; of several options all, as each is named. */
const cut = (side: 'before' | 'after') => {
	const value = Prisma.raw(`f.${side}`);
	return Prisma.sql`left(${value}, CASE WHEN f.own IS NOT NULL AND ${value} LIKE '["%' THEN 20000 ELSE ${maxShownLength + 1}::int END)`;
};

/** Where two texts differ, one of which is long. */
const partOfLongTexts = Prisma.sql`
	CASE WHEN greatest(length(f.before), length(f.after)) > ${minComparedLength}::int AND f.before NOT LIKE '["%' AND f.after NOT LIKE '["%'
		THEN changed_part(f.before, f.after) END`;

/** A line `n` of `shown` as JSON: what happened to which record, and for a change which columns went from what to what. */
export const changedRow = Prisma.sql`
	jsonb_build_object(
		'entity', n.entity, 'recordId', n.record_id, 'op', n.op, 'tagId', CASE WHEN n.entity LIKE '%\\_tag' THEN n.key END,
		'personId', CASE WHEN n.entity LIKE '%\\_person' THEN n.key END,
		'name', coalesce(n.after, n.before) ->> CASE n.entity WHEN 'activity' THEN 'subject' WHEN 'follow_up' THEN 'title' ELSE 'name' END,
		'point', CASE WHEN n.entity = 'contact_point' THEN jsonb_build_object(
			'of', CASE WHEN coalesce(n.after, n.before) ->> 'contact_id' IS NULL THEN 'company' ELSE 'contact' END,
			'kind', coalesce(n.after, n.before) ->> 'kind', 'label', coalesce(n.after, n.before) ->> 'label',
			'value', coalesce(n.after, n.before) ->> 'value'
		) END,
		'currencies', jsonb_build_array(n.before -> 'currency', n.after -> 'currency'),
		'fields', coalesce((
			SELECT jsonb_agg(jsonb_build_array(f.name, f.own, ${cut('before')}, ${cut('after')}, ${partOfLongTexts}))
			FROM (
				SELECT k.name, NULL AS own, n.before ->> k.name AS before, n.after ->> k.name AS after
				FROM jsonb_object_keys(n.before || n.after) AS k(name)
				WHERE k.name NOT IN ('metadata', 'version', 'position', 'updated_at', 'series_id')
					AND n.before -> k.name IS DISTINCT FROM n.after -> k.name
				UNION ALL
				SELECT 'metadata', k.name, n.before -> 'metadata' ->> k.name, n.after -> 'metadata' ->> k.name
				FROM jsonb_object_keys((n.before -> 'metadata') || (n.after -> 'metadata')) AS k(name)
				WHERE n.before -> 'metadata' -> k.name IS DISTINCT FROM n.after -> 'metadata' -> k.name
			) f
		), '[]')
	)`;
