import { metadataPairs } from '@/domain/metadata';
import { restore } from '@/lib/files/csv';
import type { ImportSettings } from '../import-settings';
import { linksInCell, tooManyValues, valuesInCell } from './cell-values';
import { readCompany } from './company-row';
import { readContact } from './contact-row';
import { readDeal } from './deal-row';
import { importFields } from './import-fields';
import type { CsvRecord } from './import-records';
import { type PointCell, type RowPoints, readPointCells } from './point-cells';
import { type CellResult, type Cells, CustomFields, labelOf, type ReadRow, type RowContext } from './row-fields';
import { nextRowId } from './row-ids';

/** The cells as they were before our own export marked those that a spreadsheet would run. */
export const withoutMarks = (cells: string[], { source }: ImportSettings) =>
	source === 'MiniCRM' ? cells.map(restore) : cells;

/** Reads a row of the file as a record of the imported kind, or returns its problem. */
export function readRow(record: CsvRecord, context: RowContext): ReadRow {
	const { line, cells } = record;
	const refuse = (field: string, reason: string): ReadRow => ({ ok: false, refusal: { line, field, reason, cells } });
	if (cells.length > context.header.length && cells.slice(context.header.length).some((cell) => cell.trim() !== ''))
		return refuse('', `This row has ${cells.length} cells, and there are ${context.header.length} columns.`);
	const sorted = sortCells(withoutMarks(cells.slice(0, context.header.length), context.settings), context);
	if (!sorted.ok) return refuse(labelOf(sorted.field, context.settings.kind), sorted.reason);
	const { values, points, metadata } = sorted;
	const read = readers[context.settings.kind](values, points, metadata, context);
	if (!read.ok) return refuse(labelOf(read.field, context.settings.kind), read.reason);
	if (metadata.problem) return refuse(metadata.problem.field, metadata.problem.reason);
	const pairs = metadataPairs.safeParse(metadata.asForm());
	if (!pairs.success) return refuse('Own fields', pairs.error.issues[0]?.message ?? 'Cannot be read.');
	const ids = { id: read.id, companyId: nextRowId(), contactId: nextRowId() };
	return {
		ok: true,
		row: {
			line,
			...ids,
			...read.row,
			metadata: Object.fromEntries(pairs.data.map(([key, text]) => [key, text ?? ''])),
		},
	};
}

const readers: Record<
	ImportSettings['kind'],
	(values: Cells, points: RowPoints, metadata: CustomFields, context: RowContext) => CellResult
> = {
	companies: readCompany,
	contacts: readContact,
	deals: (values, _, metadata, context) => readDeal(values, metadata, context),
};

type Sorted =
	| { ok: true; values: Cells; points: RowPoints; metadata: CustomFields }
	| { ok: false; field: string; reason: string };

/** The cells by the field that their column goes to; of several columns for one text the first, the others among the custom fields. */
function sortCells(cells: string[], { header, settings }: RowContext): Sorted {
	const values: Cells = {};
	const found: PointCell[] = [];
	const metadata = new CustomFields();
	const fields = new Map(importFields[settings.kind].map((field) => [field.id, field]));
	for (const [column, target] of settings.targets.entries()) {
		const cell = (cells[column] ?? '').trim();
		if (!target || cell === '') continue;
		if ('metadata' in target) {
			metadata.keep(target.metadata, cell);
			continue;
		}
		const name = header[column] || target.field;
		const { points: kind, labels } = fields.get(target.field) ?? {};
		if (labels) continue;
		if (!kind) {
			values[target.field] ??= cell;
			if (values[target.field] !== cell) metadata.keep(name, cell);
			continue;
		}
		// an address of a page may hold a semicolon
		const all = kind === 'link' ? linksInCell(cell) : valuesInCell(cell);
		const reason = tooManyValues(all.length);
		if (reason) return { ok: false, field: target.field, reason };
		found.push(...all.map((value) => ({ kind, column, header: name, value })));
	}
	return { ok: true, values, points: readPointCells(found, cells, metadata, { header, settings }), metadata };
}
