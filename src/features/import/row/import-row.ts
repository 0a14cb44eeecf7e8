import { metadataPairs } from '@/domain/metadata';
import { restore } from '@/lib/files/csv';
import type { ImportSettings } from '../import-settings';
import { tooManyValues, valuesInCell } from './cell-values';
import { readCompany } from './company-row';
import { readContact } from './contact-row';
import { readDeal } from './deal-row';
import { importFields } from './import-fields';
import type { CsvRecord } from './import-records';
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
	const { values, metadata } = sorted;
	const read = readers[context.settings.kind](values, metadata, context);
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
	(values: Cells, metadata: CustomFields, context: RowContext) => CellResult
> = {
	companies: readCompany,
	contacts: readContact,
	deals: readDeal,
};

type Sorted = { ok: true; values: Cells; metadata: CustomFields } | { ok: false; field: string; reason: string };

/** The cells by the field that their column goes to; of several columns or values the first, the others among the custom fields. */
function sortCells(cells: string[], { header, settings }: RowContext): Sorted {
	const values: Cells = {};
	const metadata = new CustomFields();
	const several = new Set(importFields[settings.kind].flatMap((field) => (field.several ? [field.id] : [])));
	for (const [column, target] of settings.targets.entries()) {
		const cell = (cells[column] ?? '').trim();
		if (!target || cell === '') continue;
		if ('metadata' in target) metadata.keep(target.metadata, cell);
		else if (!several.has(target.field)) {
			values[target.field] ??= cell;
			if (values[target.field] !== cell) metadata.keep(header[column] || target.field, cell);
		} else {
			const all = valuesInCell(cell);
			const reason = tooManyValues(all.length);
			if (reason) return { ok: false, field: target.field, reason };
			for (const value of all) {
				if (values[target.field] === undefined) values[target.field] = value;
				else if (values[target.field] !== value) metadata.keep(header[column] || target.field, value);
			}
		}
	}
	return { ok: true, values, metadata };
}
