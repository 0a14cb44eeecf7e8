import 'server-only';
import { maxPoints } from '@/domain/contact-points/contact-point';
import { type Metadata, metadataLimits, metadataPairs, metadataTexts } from '@/domain/custom-fields/metadata';
import { maxTags } from '@/features/tags/schema';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { kindColumns, markColumns, pointColumns } from '../file/import-columns';
import type { ImportSettings } from '../import-settings';

/** The number of rows that are checked together. */
const readAtOnce = 1_000;

/** Why a row is refused, and the field because of which. */
export type Reason = { field: string; reason: string };

/**
 * Refuses the rows on the stage by which a record would get more tags, points or fields of its own than its forms can save;
 * returns why, by the line of each. Rows add up in the order of the file: those that still fit stay.
 */
export async function refuseOverfull(
	tx: Tx,
	userId: UserId,
	settings: ImportSettings,
	isCheck: boolean,
): Promise<Map<number, Reason>> {
	const reasons = new Map<number, Reason>();
	const refused: number[] = [];
	// no other transaction adds to the records between this check and the end of a run
	if (!isCheck)
		await tx.$executeRaw`
			SELECT FROM ${Prisma.raw(kindColumns[settings.kind].table)}
			WHERE user_id = ${userId}::uuid AND id IN (${adding}) ORDER BY id FOR NO KEY UPDATE`;
	const count = await findLikely(tx, userId, settings);
	let record: string | undefined;
	let full: Full = none;
	for (let from = 1; from <= count; from += readAtOnce) {
		const rows = await readLikely(tx, from);
		const present = await readPresent(tx, userId, settings, [...new Set(rows.map((row) => row.record))]);
		for (const row of rows) {
			if (row.record !== record) full = present.get(row.record) ?? { ...none, name: row.name };
			record = row.record;
			const next = withRow(full, row);
			const reason = whyNot(full, next);
			if (reason) {
				reasons.set(row.line, reason);
				refused.push(row.n);
			} else full = next;
		}
	}
	await tx.$executeRaw`UPDATE import_row SET how = 'refuse' WHERE n = ANY (${refused}::int[])`;
	return reasons;
}

/** The records to which rows would add tags, points or fields. */
const adding = Prisma.sql`
	SELECT target FROM import_row
	WHERE how IN ('fill', 'overwrite') AND (
		cardinality(tags) > 0 OR metadata <> '{}' OR id IN (SELECT p.row_id FROM import_point p)
	)`;

/** What a record has, or would have after some rows; tags by their names in small letters, points by their keys. */
type Full = { name: string; tags: Set<string>; points: Set<string>; metadata: Metadata };
const none: Full = { name: '', tags: new Set(), points: new Set(), metadata: {} };
type CheckedRow = {
	n: number;
	line: number;
	record: string;
	name: string;
	how: string;
	tags: string[];
	points: string[];
	metadata: Record<string, string>;
};

function withRow({ name, tags, points, metadata }: Full, row: CheckedRow): Full {
	return {
		name,
		tags: new Set([...tags, ...row.tags]),
		points: new Set([...points, ...row.points]),
		metadata: row.how === 'overwrite' ? { ...metadata, ...row.metadata } : { ...row.metadata, ...metadata },
	};
}

/** Why a row's changes to a record can't be saved, or null. Values that the row doesn't change are no reason. */
function whyNot(before: Full, after: Full): Reason | null {
	const { name, tags, points, metadata } = after;
	if (tags.size > maxTags && tags.size > before.tags.size)
		return {
			field: 'Tags',
			reason: `With this row “${name}” would have ${tags.size} tags, and a record can have ${maxTags}. Take some from the row or from the record, and import the row again.`,
		};
	if (points.size > maxPoints && points.size > before.points.size)
		return {
			field: 'Phone',
			reason: `With this row “${name}” would have ${points.size} emails, phones, and links, and a record can have ${maxPoints}. Take some from the row or from the record, and import the row again.`,
		};
	const keys = Object.keys(metadata);
	if (keys.every((key) => metadata[key] === before.metadata[key])) return null;
	if (keys.length > metadataLimits.entries)
		return {
			field: 'Own fields',
			reason: `With this row “${name}” would have ${keys.length} fields of its own, and a record can have ${metadataLimits.entries}. Leave out columns, or remove fields from the record, and import the row again.`,
		};
	if (metadataPairs.safeParse(JSON.stringify(metadataTexts(metadata))).success) return null;
	return {
		field: 'Own fields',
		reason: `With this row the own fields of “${name}” would be too long together. Shorten them, or put long text into the notes, and import the row again.`,
	};
}

/** Puts the rows of records that may get too much into the table import_likely, record by record; returns how many. */
async function findLikely(tx: Tx, userId: UserId, { kind }: ImportSettings): Promise<number> {
	const table = Prisma.raw(kindColumns[kind].table);
	await tx.$executeRaw`CREATE TEMP TABLE import_likely (place int PRIMARY KEY, record uuid, n int) ON COMMIT DROP`;
	const marks = markColumns[kind];
	const marked = marks
		? Prisma.sql`(SELECT count(*) FROM ${Prisma.raw(marks.table)} g WHERE g.user_id = t.user_id AND g.${Prisma.raw(marks.of)} = t.id)`
		: Prisma.sql`0`;
	const fields = (column: string) => Prisma.raw(`(SELECT count(*) FROM jsonb_object_keys(${column}))`);
	const columns = pointColumns[kind];
	const reached = columns
		? Prisma.raw(`(
			SELECT count(*) FROM contact_point n WHERE n.user_id = t.user_id AND n.${columns.of} = t.id
		) + num_nonnulls(${columns.mains.map(([, column]) => `t.${column}`).join(', ')})`)
		: Prisma.sql`0`;
	// the same tag, point or field may be counted twice, and a form writes fields a little longer than they are stored
	return tx.$executeRaw`
		WITH said AS (
			SELECT record, n, cardinality(tags) AS tags,
				(SELECT count(*) FROM import_point p WHERE p.row_id = r.id) AS points, ${fields('metadata')} AS fields, octet_length(metadata::text) AS bytes
			FROM (
				SELECT *, CASE how WHEN 'create' THEN id ELSE target END AS record FROM import_row
				WHERE how IN ('create', 'fill', 'overwrite')
			) r WHERE record IN (${adding})
		), full_of AS (
			SELECT s.record FROM (
				SELECT record, sum(tags) AS tags, sum(points) AS points, sum(fields) AS fields, sum(bytes) AS bytes
				FROM said GROUP BY record
			) s LEFT JOIN ${table} t ON t.user_id = ${userId}::uuid AND t.id = s.record
			WHERE s.tags + coalesce(${marked}, 0) > ${maxTags}
				OR s.points + coalesce(${reached}, 0) > ${maxPoints}
				OR s.fields + coalesce(${fields('t.metadata')}, 0) > ${metadataLimits.entries}
				OR s.bytes + coalesce(octet_length(t.metadata::text), 0) > ${metadataLimits.bytes / 2}
		)
		INSERT INTO import_likely SELECT row_number() OVER (ORDER BY s.record, s.n), s.record, s.n
		FROM said s JOIN full_of f ON f.record = s.record`;
}

async function readLikely(tx: Tx, from: number): Promise<CheckedRow[]> {
	return tx.$queryRaw<CheckedRow[]>`
		SELECT r.n, r.line, l.record, r.name, r.how, r.metadata, ARRAY(SELECT lower(t.name) FROM unnest(r.tags) AS t(name)) AS tags,
			ARRAY(SELECT p.kind || ' ' || p.keys[1] FROM import_point p WHERE p.row_id = r.id) AS points
		FROM import_likely l JOIN import_row r ON r.n = l.n
		WHERE l.place >= ${from} AND l.place < ${from + readAtOnce} ORDER BY l.place`;
}

/** What records have that are there already. */
async function readPresent(
	tx: Tx,
	userId: UserId,
	{ kind }: ImportSettings,
	records: string[],
): Promise<Map<string, Full>> {
	const marks = markColumns[kind];
	const tags = marks
		? Prisma.sql`ARRAY(
			SELECT g.name_key FROM ${Prisma.raw(marks.table)} m JOIN tag g ON g.user_id = m.user_id AND g.id = m.tag_id
			WHERE m.user_id = t.user_id AND m.${Prisma.raw(marks.of)} = t.id)`
		: Prisma.sql`'{}'::text[]`;
	const columns = pointColumns[kind];
	const points = columns
		? Prisma.raw(`ARRAY(
			SELECT reach.kind || ' ' || CASE reach.kind WHEN 'link' THEN reach.value ELSE point_key(reach.kind, reach.value) END
			FROM (
				SELECT n.kind, n.value FROM contact_point n WHERE n.user_id = t.user_id AND n.${columns.of} = t.id
				UNION ALL VALUES ${columns.mains.map(([point, column]) => `('${point}'::contact_point_kind, t.${column})`).join(', ')}
			) reach WHERE reach.value IS NOT NULL)`)
		: Prisma.sql`'{}'::text[]`;
	const rows = await tx.$queryRaw<{ id: string; name: string; tags: string[]; points: string[]; metadata: Metadata }[]>`
		SELECT t.id, t.name, t.metadata, ${tags} AS tags, ${points} AS points FROM ${Prisma.raw(kindColumns[kind].table)} t
		WHERE t.user_id = ${userId}::uuid AND t.id = ANY (${records}::uuid[])`;
	return new Map(
		rows.map(({ id, tags: names, points: keys, ...row }) => [
			id,
			{ ...row, tags: new Set(names), points: new Set(keys) },
		]),
	);
}
