import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { kindColumns, pointColumns } from '../file/import-columns';
import type { ImportSettings } from '../import-settings';

type Places = { table: Prisma.Sql; sequence: string; of: Prisma.Sql; mains: Prisma.Sql };

function placesOf(kind: ImportSettings['kind']): Places | null {
	const points = pointColumns[kind];
	if (!points) return null;
	const mains = points.mains.map(([point, column]) => `('${point}'::contact_point_kind, t.${column})`);
	return {
		table: Prisma.raw(kindColumns[kind].table),
		sequence: `${kindColumns[kind].table}_version_seq`,
		of: Prisma.raw(points.of),
		mains: Prisma.raw(`(VALUES ${mains.join(', ')}) AS main(kind, value)`),
	};
}

/** What a stored point is compared by: links by all of their address. */
const keyOf = (kind: Prisma.Sql, value: Prisma.Sql) =>
	Prisma.sql`CASE ${kind} WHEN 'link' THEN ${value} ELSE point_key(${kind}, ${value}) END`;

/**
 * Gives records the points of their rows: new ones all but the main ones, which they have, and those that are there what they
 * lack. A further point that an import made the main one is one no more.
 */
export async function pointRows(tx: Tx, userId: UserId, kind: ImportSettings['kind']): Promise<void> {
	const places = placesOf(kind);
	if (!places) return;
	const { of } = places;
	await tx.$executeRaw`
		INSERT INTO contact_point (user_id, id, ${of}, kind, label, value, place)
		SELECT ${userId}::uuid, p.id, r.id, p.kind, p.label, p.value, p.place
		FROM import_point p JOIN import_row r ON r.id = p.row_id WHERE r.how = 'create' AND NOT p.is_main`;
	// the points of a record are part of its form, whose version this makes an older one
	await renewVersions(tx, userId, places, await dropRepeated(tx, userId, places));
	await renewVersions(tx, userId, places, await addMissing(tx, userId, places));
}

type Owner = { id: string };

// an array, which is made once: the statistics know nothing yet of an account's first rows, and a subquery would be read for each
const merged = Prisma.sql`ARRAY(SELECT r.target FROM import_row r WHERE r.how IN ('fill', 'overwrite'))`;

/** Removes the further points that are the main ones as well; returns whose they were. */
async function dropRepeated(tx: Tx, userId: UserId, { table, of, mains }: Places): Promise<Owner[]> {
	return tx.$queryRaw<Owner[]>`
		DELETE FROM contact_point n USING ${table} t CROSS JOIN LATERAL ${mains}
		WHERE t.user_id = ${userId}::uuid AND t.id = ANY (${merged}) AND n.user_id = t.user_id AND n.${of} = t.id
			AND n.kind = main.kind
			AND ${keyOf(Prisma.sql`n.kind`, Prisma.sql`n.value`)} = ${keyOf(Prisma.sql`main.kind`, Prisma.sql`main.value`)}
		RETURNING n.${of} AS id`;
}

/**
 * What records lack of the points of their rows. Each record is asked for by its key, as the statistics know nothing yet of an account's
 * first rows.
 */
const lacking = (userId: UserId, { table, of, mains }: Places) => Prisma.sql`
	SELECT DISTINCT ON (t.id, p.kind, p.keys[1]) t.id AS owner, p.id, p.kind, p.label, p.value, r.n, p.place
	FROM import_row r JOIN import_point p ON p.row_id = r.id
	CROSS JOIN LATERAL (SELECT * FROM ${table} t WHERE t.user_id = ${userId}::uuid AND t.id = r.target OFFSET 0) t
	WHERE r.how IN ('fill', 'overwrite')
		AND NOT EXISTS (
			SELECT FROM ${mains} WHERE main.kind = p.kind AND ${keyOf(Prisma.sql`main.kind`, Prisma.sql`main.value`)} = ANY (p.keys)
		)
		AND NOT EXISTS (
			SELECT FROM contact_point n WHERE n.user_id = t.user_id AND n.${of} = t.id AND n.kind = p.kind
				AND ${keyOf(Prisma.sql`n.kind`, Prisma.sql`n.value`)} = ANY (p.keys)
		)
	ORDER BY t.id, p.kind, p.keys[1], r.n, p.place`;

/** A query for the ids of the records that would get a point. */
export function pointedRecords(userId: UserId, kind: ImportSettings['kind']): Prisma.Sql | null {
	const places = placesOf(kind);
	return places && Prisma.sql`(SELECT l.owner FROM (${lacking(userId, places)}) l)`;
}

/** Adds what records lack of the points of their rows, behind those that they have; returns whose they are. */
async function addMissing(tx: Tx, userId: UserId, places: Places): Promise<Owner[]> {
	const { of } = places;
	return tx.$queryRaw<Owner[]>`
		WITH said AS MATERIALIZED (${lacking(userId, places)})
		INSERT INTO contact_point (user_id, id, ${of}, kind, label, value, place)
		SELECT ${userId}::uuid, s.id, s.owner, s.kind, s.label, s.value, coalesce((
				SELECT max(n.place) + 1 FROM contact_point n
				WHERE n.user_id = ${userId}::uuid AND n.${of} = s.owner AND n.kind = s.kind
			), 0) + row_number() OVER (PARTITION BY s.owner, s.kind ORDER BY s.n, s.place)
		FROM said s RETURNING ${of} AS id`;
}

/** Makes the forms of records older ones, as their points have changed. */
export async function renewVersions(
	tx: Tx,
	userId: UserId,
	{ table, sequence }: Pick<Places, 'table' | 'sequence'>,
	owners: Owner[],
): Promise<void> {
	if (owners.length === 0) return;
	await tx.$executeRaw`
		UPDATE ${table} SET version = nextval(${sequence}::regclass), updated_at = now()
		WHERE user_id = ${userId}::uuid AND id = ANY (${[...new Set(owners.map(({ id }) => id))]}::uuid[])`;
}
