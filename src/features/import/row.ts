import { restore } from '@/lib/csv';
import { metadataPairs } from '@/lib/metadata';
import { readCompany } from './company-row';
import { readContact } from './contact-row';
import { readDeal } from './deal-row';
import { importFields } from './fields';
import type { CsvRecord } from './records';
import { type Cells, keep, labelOf, type Read, type ReadRow, type RowContext } from './row-fields';
import { nextRowId } from './row-ids';
import type { ImportSettings } from './settings';
import { severalIn } from './values';

/** The cells as they were before our own export marked those that a spreadsheet would run. */
export const withoutMarks = (cells: string[], { source }: ImportSettings) =>
	source === 'MiniCRM' ? cells.map(restore) : cells;

/** Reads a row of the file into a record of the kind that is imported, or says what is wrong with it. */
export function readRow(record: CsvRecord, context: RowContext): ReadRow {
	const { line, cells } = record;
	const refuse = (field: string, reason: string): ReadRow => ({ ok: false, refusal: { line, field, reason, cells } });
	if (cells.length > context.header.length && cells.slice(context.header.length).some((cell) => cell.trim() !== ''))
		return refuse('', `This row has ${cells.length} cells, and there are ${context.header.length} columns.`);
	const { values, metadata } = sortCells(withoutMarks(cells, context.settings), context);
	const read = readers[context.settings.kind](values, metadata, context);
	if (!read.ok) return refuse(labelOf(read.field, context.settings.kind), read.reason);
	const pairs = metadataPairs.safeParse(JSON.stringify(Object.entries(metadata)));
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

const readers: Record<ImportSettings['kind'], (values: Cells, metadata: Cells, context: RowContext) => Read> = {
	companies: readCompany,
	contacts: readContact,
	deals: readDeal,
};

/** The cells by the field that their column goes to; of several values the first, the others among the own fields. */
function sortCells(cells: string[], { header, settings }: RowContext): { values: Cells; metadata: Cells } {
	const values: Cells = {};
	const metadata: Cells = {};
	const several = new Set(importFields[settings.kind].flatMap((field) => (field.several ? [field.id] : [])));
	for (const [column, target] of settings.targets.entries()) {
		const cell = (cells[column] ?? '').trim();
		if (!target || cell === '') continue;
		if ('metadata' in target) keep(metadata, target.metadata, cell);
		else if (!several.has(target.field)) values[target.field] ??= cell;
		else
			for (const value of severalIn(cell)) {
				if (values[target.field] === undefined) values[target.field] = value;
				else if (values[target.field] !== value) keep(metadata, header[column]?.trim() || target.field, value);
			}
	}
	return { values, metadata };
}
