import { metadataPairs } from '@/domain/custom-fields/metadata';
import { restore } from '@/lib/files/csv';
import type { ImportSettings } from '../import-settings';
import { tooManyValues } from './cell-values';
import { readCompany } from './company-row';
import { readContact } from './contact-row';
import { readCustomCell } from './custom-cells';
import { readDeal } from './deal-row';
import { importFields } from './import-fields';
import type { CsvRecord } from './import-records';
import type { ImportedField, ImportedFields } from './imported-fields';
import { type PointCell, type RowPoints, readPointCells } from './point-cells';
import { pointsInCell } from './point-texts';
import { type CellResult, type Cells, CustomFields, labelOf, type ReadRow, type RowContext } from './row-fields';
import { nextRowId } from './row-ids';

/** The cells as they were before our own export marked those that a spreadsheet would run, or another wrote a text as a formula. */
export const withoutMarks = (cells: string[], { source }: ImportSettings) =>
	cells.map((cell) => (source === 'MiniCRM' ? restore(cell) : cell.replace(/^\s*="([^"]*)"\s*$/, '$1')));

/** Reads a row of the file as a record of the imported kind, or returns its problem. */
export function readRow(record: CsvRecord, context: RowContext): ReadRow {
	const { line, cells } = record;
	const refuse = (field: string, reason: string): ReadRow => ({ ok: false, refusal: { line, field, reason, cells } });
	if (cells.length > context.header.length && cells.slice(context.header.length).some((cell) => cell.trim() !== ''))
		return refuse('', `This row has ${cells.length} cells, and there are ${context.header.length} columns.`);
	const sorted = sortCells(withoutMarks(cells.slice(0, context.header.length), context.settings), context);
	if (!sorted.ok) return refuse(sorted.label, sorted.reason);
	const { values, points, metadata } = sorted;
	const read = readers[context.settings.kind](values, points, metadata, context);
	if (!read.ok) return refuse(labelOf(read.field, context.settings.kind), read.reason);
	if (metadata.problem) return refuse(metadata.problem.field, metadata.problem.reason);
	const pairs = metadataPairs.safeParse(metadata.asForm());
	if (!pairs.success) return refuse('Own fields', pairs.error.issues[0]?.message ?? 'Cannot be read.');
	const tooMuch = metadata.tooMuch();
	if (tooMuch) return refuse('Own fields', tooMuch);
	const ids = { id: read.id, companyId: nextRowId(), contactId: nextRowId() };
	return {
		ok: true,
		aside: metadata.aside,
		row: {
			line,
			...ids,
			...read.row,
			metadata: Object.fromEntries(pairs.data.map(([key, text]) => [key, text ?? ''])),
			custom: Object.fromEntries(metadata.values),
			named: Object.fromEntries(metadata.named),
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

const names = new Set(['name', 'company', 'contact', 'firstName', 'middleName', 'lastName']);

type Sorted =
	| { ok: true; values: Cells; points: RowPoints; metadata: CustomFields }
	| { ok: false; label: string; reason: string };

/** The cells by the field that their column goes to; of several columns for one text the first, the others among the custom fields. */
function sortCells(cells: string[], context: RowContext): Sorted {
	const { header, settings, custom } = context;
	const values: Cells = {};
	const found: PointCell[] = [];
	const metadata = new CustomFields(namesOf(custom));
	const fields = new Map(importFields[settings.kind].map((field) => [field.id, field]));
	for (const [column, target] of settings.targets.entries()) {
		const cell = (cells[column] ?? '').trim();
		if (!target || cell === '') continue;
		if (!('field' in target)) {
			const imported = custom.byColumn[column];
			const reason = imported && takeCustom(imported, cell, metadata, context);
			if (reason) return { ok: false, label: imported.field.name, reason };
			continue;
		}
		const name = header[column] || target.field;
		const { points: kind, labels } = fields.get(target.field) ?? {};
		if (labels) continue;
		if (!kind) {
			// two spaces within a name make no other name
			const text = names.has(target.field) && settings.source !== 'MiniCRM' ? cell.replace(/\s+/gu, ' ') : cell;
			values[target.field] ??= text;
			if (values[target.field] !== text) metadata.keep(name, text);
			continue;
		}
		const all = pointsInCell(kind, cell, { source: settings.source, locale: context.locale });
		const reason = tooManyValues(all.length);
		if (reason) return { ok: false, label: labelOf(target.field, settings.kind), reason };
		found.push(...all.map((point) => ({ kind, column, header: name, ...point })));
	}
	return { ok: true, values, points: readPointCells(found, cells, metadata, { header, settings }), metadata };
}

const taken = new WeakMap<ImportedFields, Set<string>>();

/** The names of the fields that columns go to, in small letters. */
function namesOf(custom: ImportedFields): Set<string> {
	const known = taken.get(custom);
	if (known) return known;
	const names = new Set(custom.byColumn.flatMap((imported) => imported?.field.name.toLowerCase() ?? []));
	taken.set(custom, names);
	return names;
}

/** Takes a cell into its custom field; what does not fit is kept beside it, or is why the row is rejected. */
function takeCustom(
	imported: ImportedField,
	cell: string,
	metadata: CustomFields,
	context: RowContext,
): string | undefined {
	const { id, name } = imported.field;
	const read = readCustomCell(imported, cell, context);
	const isTaken = metadata.values.has(id) || metadata.named.has(id);
	if ('problem' in read && !context.settings.keepsUnreadable) return read.problem;
	if ('problem' in read) metadata.setAside(name, cell);
	else if (isTaken) metadata.keep(name, cell);
	else if ('named' in read) metadata.named.set(id, read.named);
	else metadata.values.set(id, read.value);
	return undefined;
}
