import 'server-only';
import type { Point, PointKind } from '@/domain/contact-points/contact-point';
import { pointsColumn } from '@/domain/contact-points/contact-point-records';
import { fieldHead } from '@/domain/custom-fields/field-heads';
import type { Metadata } from '@/domain/custom-fields/metadata';
import { fieldCells, fieldColumns } from '@/domain/export-fields-sql';
import type { PartnerNoun } from '@/domain/named-record';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { byteOrderMark, csvLine } from '@/lib/files/csv';
import type { ListQuery } from '@/lib/list/list-query';
import { findAll, listConditions, rowsOf } from '@/lib/list/list-sql';

/** A column of a file: its heading, its cells as text, numbers or NULL, and the words written for stored values. */
type ExportColumn = {
	head: string;
	cell: Prisma.Sql;
	labels?: Partial<Record<string, string>>;
	read?: (text: string) => string;
	/** Contact points of this kind: the cell is the main one, with its label; columns for the further ones follow. */
	point?: PointKind;
	label?: Prisma.Sql;
};

/** The rows of a list as a file shows them. */
export type ExportFile = {
	noun: 'companies' | 'contacts' | 'deals' | 'activities';
	listed: ListQuery;
	/** The joins that the cells need besides the list's own table. */
	joins: Prisma.Sql;
	columns: ExportColumn[];
	metadata: Prisma.Sql;
	/** Whose contact points the columns show, by the alias of its table. */
	points?: { noun: PartnerNoun; alias: string };
};

/** An instant as YYYY-MM-DD HH:mm in a time zone. */
export function momentIn(timeZone: string, instant: Prisma.Sql): Prisma.Sql {
	return Prisma.sql`to_char(${instant} AT TIME ZONE ${timeZone}, 'YYYY-MM-DD HH24:MI')`;
}

/** The lines of a CSV file: the headings, then a thousand rows at a time. Custom fields are the last columns. */
export async function* csvOf(
	tx: Tx,
	userId: UserId,
	file: ExportFile,
	{ withIds = false } = {},
): AsyncGenerator<string> {
	const { noun, listed, joins, metadata, points } = file;
	const width = await pointWidths(tx, file);
	const own: ExportColumn[] = withIds ? [{ head: 'ID', cell: listed.id }, ...file.columns] : file.columns;
	const columns = own.flatMap((column) => withPoints(column, width));
	const fields = await fieldColumns(tx, userId, { kind: kinds[noun], listed, metadata });
	yield byteOrderMark +
		csvLine([
			...columns.map(({ head }) => head),
			...fields.map(({ name, field }) => fieldHead({ name, type: field?.type })),
		]);
	const cells = Prisma.join(columns.map(({ cell }) => cell));
	const further = points ? pointsColumn(points.noun, points.alias) : Prisma.sql`NULL`;
	for await (const ids of findAll(tx, listed)) {
		const rows = await tx.$queryRaw<{ cells: ExportCell[]; points: Point[] | null; own: Metadata }[]>`
			SELECT json_build_array(${cells}) AS cells, ${further} AS points,
				${metadata} AS own
			FROM ${rowsOf(ids)} JOIN ${listed.from} ON ${listed.owned} AND ${listed.id} = page.id ${joins}
			ORDER BY page.place`;
		const values = await fieldCells(
			tx,
			userId,
			fields,
			rows.map(({ own }) => own),
		);
		yield rows
			.map((row, at) => csvLine([...textsOf(row.cells, row.points ?? [], columns), ...(values[at] ?? [])]))
			.join('');
	}
}

type ExportCell = string | number | null;

/** A column of the file; one for further points takes them from their list. */
type FileColumn = ExportColumn & { further?: { kind: PointKind; place: number; shows: 'value' | 'label' } };

/** How many further points of a kind a row has at the most, and whether any point of it has a label. */
type PointWidth = { further: number; labelled: boolean };

/** The columns for all points of a kind, such as "Email", "Email label", "Email 2": the import reads them back. */
function withPoints(column: ExportColumn, widths: Map<PointKind, PointWidth>): FileColumn[] {
	const { head, point: kind, label, read } = column;
	if (!kind) return [column];
	const { further, labelled } = widths.get(kind) ?? { further: 0, labelled: false };
	// of a kind without a main one, the first further one is the first
	const before = label ? 1 : 0;
	const main = label ? [column, ...(labelled ? [{ head: `${head} label`, cell: label }] : [])] : [];
	const others = Array.from({ length: further }, (_, place): FileColumn[] => {
		const name = place + before === 0 ? head : `${head} ${place + before + 1}`;
		const value = {
			head: name,
			cell: Prisma.sql`NULL`,
			...(read && { read }),
			further: { kind, place, shows: 'value' as const },
		};
		const labels = { head: `${name} label`, cell: Prisma.sql`NULL`, further: { kind, place, shows: 'label' as const } };
		return labelled ? [value, labels] : [value];
	});
	return [...main, ...others.flat()];
}

async function pointWidths(tx: Tx, file: ExportFile): Promise<Map<PointKind, PointWidth>> {
	const { listed, points, columns } = file;
	if (!points) return new Map();
	const narrowed = await listConditions(listed);
	const owner = Prisma.raw(`n.user_id = ${points.alias}.user_id AND n.${points.noun}_id = ${points.alias}.id`);
	const mains = columns.flatMap(({ point, label }) =>
		point && label ? Prisma.sql`SELECT ${point}::contact_point_kind, 0, ${label} IS NOT NULL` : [],
	);
	const rows = await tx.$queryRaw<(PointWidth & { kind: PointKind })[]>`
		SELECT w.kind, max(w.further)::int AS further, bool_or(w.labelled) AS labelled
		FROM ${listed.from} CROSS JOIN LATERAL (
			SELECT n.kind, count(*) AS further, bool_or(n.label IS NOT NULL) AS labelled
			FROM contact_point n WHERE ${owner} GROUP BY n.kind
			UNION ALL ${Prisma.join(mains, ' UNION ALL ')}
		) w
		WHERE ${listed.owned} ${narrowed} GROUP BY w.kind`;
	return new Map(rows.map(({ kind, ...width }) => [kind, width]));
}

function textsOf(cells: ExportCell[], points: Point[], columns: FileColumn[]): string[] {
	return cells.map((cell, index) => {
		const { labels, read, further } = columns[index] ?? {};
		const point = further && points.filter(({ kind }) => kind === further.kind)[further.place];
		const text = String((point ? point[further.shows] : cell) ?? '');
		return labels?.[text] ?? read?.(text) ?? text;
	});
}

const kinds = { companies: 'company', contacts: 'contact', deals: 'deal', activities: 'activity' } as const;
