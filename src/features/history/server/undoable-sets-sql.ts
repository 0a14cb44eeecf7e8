import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import { children, marks, people, ties } from '../history-links';
import { logKey } from './history-sql';

/** The records that now belong to the record that a row `a` of `acting` created. */
const hanging = (userId: UserId) => Prisma.sql`${linked(userId)} UNION ALL ${filled(userId)}`;

/** The records that have a value in a custom field. */
const filled = (userId: UserId) => Prisma.sql`
	SELECT f.kind, v.record_id, v.record_id::text FROM field_value v JOIN field f ON f.user_id = v.user_id AND f.id = v.field_id
	WHERE a.entity = 'field' AND v.user_id = ${userId}::uuid AND v.field_id = a.record_id`;

const linked = (userId: UserId) =>
	Prisma.join(
		[
			...children.flatMap(([parent, ...kinds]) =>
				kinds.map((child) => {
					const of = `c.${parent}_id`;
					// a point is logged as its owner's, an option as its field's
					const isPart = child === 'contact_point' || child === 'field_option';
					return { parent, child, record: isPart ? of : 'c.id', key: 'c.id', of };
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

const parents = ['company', 'contact', 'deal', 'activity', 'tag', 'field'];

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
						AND m.entity = h.entity AND ${logKey(Prisma.sql`m`)} = h.key
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
				AND ${logKey(Prisma.sql`l`)} IS NOT DISTINCT FROM a.key
			ORDER BY l.id DESC LIMIT 1
		) later ON true
		GROUP BY a.set_id
	)`;
