import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import { maxListedRows, maxShownLength } from '../history-entry';
import { children, marks, people, ties } from '../history-links';

/** A set of at most so many changed rows shows each of them, a larger one the first of them and how many there are. */
const maxFewRows = 5;
const maxFirstRows = 3;
/** The order of a set's rows: a record before those that belong to it. */
const rank = [
	...['company', 'contact', 'deal', 'activity', 'follow_up'],
	...['contact_point', 'deal_person', 'activity_person', 'company_tag', 'contact_tag', 'tag'],
];
/** The number of rows that represent a set with more rows than are read. */
const sample = 20;

/** What names a row among those of its record and table: the id, the tag of a mark, or the contact who takes part. */
const keyOf = (log: Prisma.Sql) => {
	const row = Prisma.sql`coalesce(${log}.after, ${log}.before)`;
	return Prisma.sql`coalesce(${row} ->> 'id', ${row} ->> 'tag_id', ${row} ->> 'contact_id')`;
};

const logColumns = Prisma.sql`l.change_set_id AS set_id, l.id, l.entity, l.record_id, l.before, l.after, ${keyOf(Prisma.sql`l`)} AS key`;

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
			(array_agg(p.before ORDER BY p.id))[1] AS before, (array_agg(p.after ORDER BY p.id DESC))[1] AS after
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
			SELECT jsonb_agg(jsonb_build_array(f.name, f.own, left(f.before, ${maxShownLength + 1}), left(f.after, ${maxShownLength + 1})))
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

/** The records that now belong to the record that a row `a` of `acting` created. */
const hanging = (userId: UserId) =>
	Prisma.join(
		[
			...children.flatMap(([parent, ...kinds]) =>
				kinds.map((child) => {
					const of = `c.${parent}_id`;
					// a point is logged as its owner's
					return { parent, child, record: child === 'contact_point' ? of : 'c.id', key: 'c.id', of };
				}),
			),
			...ties.map(([parent, child, column]) => ({
				parent,
				child,
				record: 'c.id',
				key: 'c.id',
				of: `c.${column}`,
			})),
			...marks.map(([parent, marked]) => ({
				parent,
				child: `${marked}_tag`,
				record: `c.${marked}_id`,
				key: 'c.tag_id',
				of: `c.${parent}_id`,
			})),
			...people.map(([parent, joined]) => ({
				parent,
				child: `${joined}_person`,
				record: `c.${joined}_id`,
				key: 'c.contact_id',
				of: `c.${parent}_id`,
			})),
		].map(
			({ parent, child, record, key, of }) => Prisma.sql`
				SELECT ${Prisma.raw(`'${child}' AS entity, ${record} AS record_id, ${key}::text AS key FROM ${child} c`)}
				WHERE ${Prisma.raw(`a.entity = '${parent}' AND ${of} = a.record_id`)} AND c.user_id = ${userId}::uuid`,
		),
		' UNION ALL ',
	);

const parents = ['company', 'contact', 'deal', 'activity', 'tag'];

/** The records that a row `a` of `acting` belonged to before, but no longer does. */
const formerParents = Prisma.raw(
	`(VALUES ${[
		...parents.map((parent) => [parent, `${parent}_id`]),
		...new Map(ties.map(([parent, , column]) => [column, [parent, column]])).values(),
	]
		.map(([parent, column]) => `('${parent}', a.before ->> '${column}', a.after ->> '${column}')`)
		.join(', ')})`,
);

/** Whether the record `o` of a former parent is there. */
const isThere = (userId: UserId) =>
	Prisma.join(
		parents.map(
			(parent) => Prisma.sql`
				SELECT FROM ${Prisma.raw(`${parent} r WHERE o.entity = '${parent}' AND r.id = o.id::uuid`)} AND r.user_id = ${userId}::uuid`,
		),
		' UNION ALL ',
	);

/**
 * The sets of `change` that can be undone, by the same rules as in undo_change_set(): each row is as the set left it, apart from
 * a deal's place; no later record belongs to one that it created; and the records that its rows return to exist. The newest
 * line of the log has the present state of a row. A set that only moved a deal within its column can be undone if the deal was
 * not moved since. The first settings of an account can't be undone.
 */
export const undoableSets = (userId: UserId) => Prisma.sql`
	acting AS MATERIALIZED (
		SELECT * FROM (
			SELECT c.*, bool_and(c.only_place) OVER (PARTITION BY c.set_id) AS is_move FROM change c
		) c WHERE c.is_move OR NOT c.only_place
	), undoable AS (
		SELECT a.set_id, bool_and(
			CASE
				WHEN later.id IS NULL THEN true
				WHEN a.is_move THEN (later.after -> 'stage', later.after -> 'position') = (a.after -> 'stage', a.after -> 'position')
				ELSE as_logged(later.after, coalesce(a.after, a.before)) - 'position' IS NOT DISTINCT FROM a.after - 'position'
			END IS TRUE
			AND (a.entity, a.op) <> ('settings', 'created')
			AND (a.op <> 'created' OR NOT EXISTS (
				SELECT FROM (${hanging(userId)}) h WHERE NOT EXISTS (
					SELECT FROM change_log m
					WHERE m.user_id = ${userId}::uuid AND m.record_id = h.record_id AND m.change_set_id = a.set_id
						AND m.entity = h.entity AND ${keyOf(Prisma.sql`m`)} = h.key
				)
			))
			AND (a.op = 'created' OR NOT EXISTS (
				SELECT FROM ${formerParents} AS o(entity, id, kept)
				WHERE o.id IS DISTINCT FROM o.kept AND o.id IS NOT NULL AND NOT EXISTS (${isThere(userId)}) AND NOT EXISTS (
					SELECT FROM change_log m
					WHERE m.user_id = ${userId}::uuid AND m.record_id = o.id::uuid AND m.change_set_id = a.set_id
						AND m.entity = o.entity AND m.after IS NULL
				)
			))
		) AS can_undo
		FROM acting a
		LEFT JOIN LATERAL (
			SELECT l.id, l.after FROM change_log l
			WHERE l.user_id = ${userId}::uuid AND l.record_id = a.record_id AND l.id > a.last AND l.entity = a.entity
				AND ${keyOf(Prisma.sql`l`)} IS NOT DISTINCT FROM a.key
			ORDER BY l.id DESC LIMIT 1
		) later ON true
		GROUP BY a.set_id
	)`;
