import 'server-only';
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
};

/** The rows of a list as a file shows them. */
export type ExportFile = {
	noun: 'companies' | 'contacts' | 'deals' | 'activities';
	listed: ListQuery;
	/** The joins that the cells need besides the list's own table. */
	joins: Prisma.Sql;
	columns: ExportColumn[];
	metadata: Prisma.Sql;
};

/** At most this many custom fields become columns, those used by the most rows first. */
export const maxFields = 200;

/** An instant as YYYY-MM-DD HH:mm in a time zone. */
export function momentIn(timeZone: string, instant: Prisma.Sql): Prisma.Sql {
	return Prisma.sql`to_char(${instant} AT TIME ZONE ${timeZone}, 'YYYY-MM-DD HH24:MI')`;
}

/** The lines of a CSV file: the headings, then a thousand rows at a time. Custom fields are the last columns. */
export async function* csvOf(tx: Tx, file: ExportFile, { withIds = false } = {}): AsyncGenerator<string> {
	const { listed, joins, metadata } = file;
	const columns = withIds ? [{ head: 'ID', cell: listed.id }, ...file.columns] : file.columns;
	const fields = await findFields(tx, file);
	yield byteOrderMark + csvLine([...columns.map(({ head }) => head), ...fields.map((field) => `Field: ${field}`)]);
	const cells = Prisma.join(columns.map(({ cell }) => cell));
	for await (const ids of findAll(tx, listed)) {
		const rows = await tx.$queryRaw<{ cells: ExportCell[]; own: Record<string, ExportCell> | null }[]>`
			SELECT json_build_array(${cells}) AS cells,
				(SELECT json_object_agg(key, value) FROM jsonb_each_text(${metadata})) AS own
			FROM ${rowsOf(ids)} JOIN ${listed.from} ON ${listed.owned} AND ${listed.id} = page.id ${joins}
			ORDER BY page.place`;
		yield rows.map((row) => csvLine([...textsOf(row.cells, columns), ...valuesOf(row.own, fields)])).join('');
	}
}

type ExportCell = string | number | null;

function textsOf(cells: ExportCell[], columns: ExportColumn[]): string[] {
	return cells.map((cell, index) => {
		const text = String(cell ?? '');
		const { labels, read } = columns[index] ?? {};
		return labels?.[text] ?? read?.(text) ?? text;
	});
}

function valuesOf(own: Record<string, ExportCell> | null, fields: string[]): string[] {
	return fields.map((field) => String((own && Object.hasOwn(own, field) && own[field]) || ''));
}

/** The names of the rows' custom fields. */
async function findFields(tx: Tx, { listed, metadata }: ExportFile): Promise<string[]> {
	const narrowed = await listConditions(listed);
	const rows = await tx.$queryRaw<{ key: string }[]>`
		SELECT key FROM (
			SELECT own.key FROM ${listed.from} CROSS JOIN LATERAL jsonb_object_keys(${metadata}) own (key)
			WHERE ${listed.owned} ${narrowed}
			GROUP BY own.key ORDER BY count(*) DESC, own.key LIMIT ${maxFields}
		) used ORDER BY fold(key) COLLATE "C", key COLLATE "C"`;
	return rows.map(({ key }) => key);
}
