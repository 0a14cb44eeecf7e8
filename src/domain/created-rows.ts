import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { lockAccount } from './records';

/** A record that stays, and why: it was changed since, or a record that was not created with it belongs to it. */
export type KeptRow = { entity: string; id: string; name: string; why: 'changed' | 'linked' };

/**
 * Deletes the rows that some change sets created and that are unchanged since. Returns how many records of each kind were
 * deleted, and the names of those that stay. It reads the change log, so it finds rows of every table. `sets` is a condition
 * on the change sets `s`.
 */
export async function removeCreatedRows(tx: Tx, userId: UserId, sets: Prisma.Sql) {
	await lockAccount(tx, userId);
	const { tables, links } = await readModel(tx);
	await collectMadeRows(tx, userId, sets);
	// locked, so that the rows that are checked here are the rows that are deleted below
	for (const { table, sameRow } of tables)
		await tx.$executeRaw`SELECT FROM ${table} t JOIN made_row s ON ${sameRow} FOR UPDATE OF t`;
	for (const { table, sameRow, entity } of tables)
		await tx.$executeRaw`
			DELETE FROM made_row s WHERE s.entity = ${entity} AND NOT EXISTS (SELECT FROM ${table} t WHERE ${sameRow})`;
	for (const { table, sameRow } of tables) await keepChanged(tx, table, sameRow, links);
	// PostgreSQL can't estimate rows without an id, and would read all of them each time
	await tx.$executeRaw`SET LOCAL enable_nestloop = off`;
	while (
		(await keepLinked(tx, userId, tables, links)) +
			(await keepUsedFields(tx, userId)) +
			(await keepUsedOptions(tx, userId)) >
		0
	);
	await tx.$executeRaw`SET LOCAL enable_nestloop = on`;

	const removed = await tx.$queryRaw<{ entity: string; count: number }[]>`
		SELECT entity, count(*)::int AS count FROM made_row WHERE kept IS NULL GROUP BY entity`;
	const kept = await Promise.all(
		tables.map(
			({ table, sameRow }) => tx.$queryRaw<KeptRow[]>`
				SELECT * FROM (
					SELECT s.entity, s.record_id::text AS id, s.kept AS why, coalesce(
						to_jsonb(t) ->> 'name', to_jsonb(t) ->> 'subject', to_jsonb(t) ->> 'title'
					) AS name
					FROM made_row s JOIN ${table} t ON ${sameRow} WHERE s.kept IS NOT NULL
				) k WHERE name IS NOT NULL ORDER BY name`,
		),
	);
	for (const { table, sameRow } of tables)
		await tx.$executeRaw`DELETE FROM ${table} t USING made_row s WHERE s.kept IS NULL AND ${sameRow}`;
	return { removed: Object.fromEntries(removed.map(({ entity, count }) => [entity, count])), kept: kept.flat() };
}

/** A table with history; `sameRow` compares its row `t` with the loaded row `s`. */
type CreatedTable = { entity: string; table: Prisma.Sql; sameRow: Prisma.Sql };
/** A column by which one record belongs to another. */
type Link = { child: string; parent: string; column: string };

/** The tables with history and the foreign keys between them, read from the database's catalog. */
async function readModel(tx: Tx): Promise<{ tables: CreatedTable[]; links: Link[] }> {
	const tables = await tx.$queryRaw<{ entity: string; sameRow: string }[]>`
		SELECT c.relname::text AS entity, string_agg(format('t.%1$I = (s.key ->> %1$L)::uuid', a.attname), ' AND ') AS "sameRow"
		FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid
		JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
		JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
		WHERE g.tgname = 'log_change' AND c.relnamespace = 'public'::regnamespace AND c.relname <> 'settings'
		GROUP BY c.relname ORDER BY c.relname`;
	const links = await tx.$queryRaw<Link[]>`
		SELECT child.relname::text AS child, parent.relname::text AS parent, a.attname::text AS "column"
		FROM pg_constraint k JOIN pg_class child ON child.oid = k.conrelid JOIN pg_class parent ON parent.oid = k.confrelid
		JOIN pg_attribute a ON a.attrelid = child.oid AND a.attnum = ANY (k.conkey) AND a.attname <> 'user_id'
		WHERE k.contype = 'f' AND child.relname = ANY (${tables.map(({ entity }) => entity)})
		ORDER BY child.relname, a.attname`;
	return {
		tables: tables.map(({ entity, sameRow }) => ({
			entity,
			table: Prisma.raw(`public."${entity}"`),
			sameRow: Prisma.sql`s.entity = ${entity} AND ${Prisma.raw(sameRow)}`,
		})),
		links,
	};
}

/** Fills the table made_row with every row that the sets created, as they left it. */
async function collectMadeRows(tx: Tx, userId: UserId, sets: Prisma.Sql) {
	await tx.$executeRaw`
		CREATE TEMP TABLE made_row (entity text, record_id uuid, key jsonb, loaded jsonb, kept text) ON COMMIT DROP`;
	await tx.$executeRaw`
		INSERT INTO made_row
		SELECT c.entity, (array_agg(c.record_id))[1], c.key, (array_agg(c.after ORDER BY c.id DESC))[1]
		FROM (
			SELECT l.id, l.entity, l.record_id, l.before, l.after, (
				SELECT jsonb_object_agg(a.attname, coalesce(l.after, l.before) -> a.attname::text)
				FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
				WHERE i.indrelid = format('public.%I', l.entity)::regclass AND i.indisprimary
			) AS key
			FROM change_set s JOIN change_log l ON l.user_id = s.user_id AND l.change_set_id = s.id
			WHERE s.user_id = ${userId}::uuid AND ${sets} AND l.entity <> 'settings'
		) c
		GROUP BY c.entity, c.key
		HAVING (array_agg(c.before ORDER BY c.id))[1] IS NULL`;
	// PostgreSQL needs the statistics of the table before it joins it
	await tx.$executeRaw`CREATE INDEX ON made_row (entity, ((key ->> 'id')::uuid))`;
	await tx.$executeRaw`ANALYZE made_row`;
}

/** Columns that change without the user changing the record. */
const ignored = ['version', 'position', 'created_at', 'updated_at'];

/** Keeps the rows that were changed since. A link that is empty because its record was deleted is no change. */
async function keepChanged(tx: Tx, table: Prisma.Sql, sameRow: Prisma.Sql, links: Link[]) {
	// most rows are equal, which is quick to see; for custom fields, containment would not prove that nothing changed
	await tx.$executeRaw`
		UPDATE made_row s SET kept = 'changed' FROM ${table} t
		WHERE ${sameRow} AND (
			NOT to_jsonb(t) @> (s.loaded - ${ignored}) OR to_jsonb(t) -> 'metadata' IS DISTINCT FROM s.loaded -> 'metadata'
		) AND EXISTS (
			SELECT FROM jsonb_each(to_jsonb(jsonb_populate_record(NULL::${table}, s.loaded))) AS l(name, value)
			WHERE s.loaded -> l.name IS NOT NULL AND l.value IS DISTINCT FROM to_jsonb(t) -> l.name
			  AND l.name <> ALL (${ignored})
			  AND NOT (
				l.name = ANY (${links.map(({ column }) => column)}) AND to_jsonb(t) ->> l.name IS NULL
				AND NOT EXISTS (SELECT FROM made_row r WHERE r.key ->> 'id' = l.value #>> '{}')
			  )
		)`;
}

/** Keeps the rows that a kept row belongs to, and the parts of kept records. Returns how many it kept in addition. */
async function keepLinked(tx: Tx, userId: UserId, tables: CreatedTable[], links: Link[]): Promise<number> {
	// such as the tags and the stages of a record, which are logged as its own
	let kept = await tx.$executeRaw`
		UPDATE made_row s SET kept = 'linked' FROM made_row whole
		WHERE s.kept IS NULL AND s.entity <> whole.entity
		  AND whole.kept IS NOT NULL AND whole.key ->> 'id' = s.record_id::text`;
	for (const { child, parent, column } of links) {
		const hanging = tables.find(({ entity }) => entity === child);
		if (!hanging) continue;
		kept += await tx.$executeRaw`
			UPDATE made_row p SET kept = 'linked'
			WHERE p.entity = ${parent} AND p.kept IS NULL AND (p.key ->> 'id')::uuid IN (
				SELECT t.${Prisma.raw(`"${column}"`)} FROM ${hanging.table} t
				WHERE t.user_id = ${userId}::uuid AND t.${Prisma.raw(`"${column}"`)} IS NOT NULL
				  AND NOT EXISTS (SELECT FROM made_row s WHERE s.kept IS NULL AND ${hanging.sameRow})
			)`;
	}
	return kept;
}

/** The kinds of records that have custom fields. */
const withFields = ['company', 'contact', 'deal', 'activity'];

/** Keeps the custom fields that records have which stay. Returns how many it kept in addition. */
async function keepUsedFields(tx: Tx, userId: UserId): Promise<number> {
	const [{ made }] = await tx.$queryRaw<[{ made: boolean }]>`
		SELECT EXISTS (SELECT FROM made_row WHERE entity = 'field' AND kept IS NULL) AS made`;
	if (!made) return 0;
	const used = withFields.map(
		(kind) => Prisma.sql`
			SELECT jsonb_object_keys(r.metadata) FROM ${Prisma.raw(kind)} r
			WHERE r.user_id = ${userId}::uuid AND r.metadata <> '{}' AND NOT EXISTS (
				SELECT FROM made_row s WHERE s.kept IS NULL AND s.entity = ${kind} AND (s.key ->> 'id')::uuid = r.id
			)`,
	);
	return tx.$executeRaw`
		UPDATE made_row f SET kept = 'linked' WHERE f.entity = 'field' AND f.kept IS NULL
			AND f.key ->> 'id' IN (${Prisma.join(used, ' UNION ')})`;
}

/** Keeps the options of custom fields that records have which stay. Returns how many it kept in addition. */
async function keepUsedOptions(tx: Tx, userId: UserId): Promise<number> {
	const [{ made }] = await tx.$queryRaw<[{ made: boolean }]>`
		SELECT EXISTS (SELECT FROM made_row WHERE entity = 'field_option' AND kept IS NULL) AS made`;
	if (!made) return 0;
	return tx.$executeRaw`
		UPDATE made_row o SET kept = 'linked' WHERE o.entity = 'field_option' AND o.kept IS NULL AND EXISTS (
			SELECT FROM field_value v
			WHERE v.user_id = ${userId}::uuid AND v.field_id = o.record_id AND v.ref = (o.key ->> 'id')::uuid AND NOT EXISTS (
				SELECT FROM made_row s WHERE s.kept IS NULL AND s.record_id = v.record_id AND s.entity = ANY (${withFields})
			)
		)`;
}
