import { namesInList, readFieldValue } from '@/domain/custom-fields/custom-values';
import type { MetadataValue } from '@/domain/custom-fields/metadata';
import { requiredLine } from '@/lib/text/text';
import { readDay } from './cell-days';
import { readYes } from './cell-values';
import { type ImportedField, type ImportedFields, optionFor } from './imported-fields';
import type { RowContext } from './row-fields';

/** A cell as its custom field holds it; the name of a contact or company, which is looked up later; or why it does not fit. */
export type CustomCell = { value: MetadataValue } | { named: string } | { problem: string };

/** Reads a cell of a column that goes to a custom field, in the file's way of writing. */
export function readCustomCell(
	imported: ImportedField,
	cell: string,
	{ settings, custom, currency, locale, timeZone }: RowContext,
): CustomCell {
	const { field, isNew } = imported;
	switch (field.type) {
		case 'date': {
			const day = readDay(cell, settings.dayOrder);
			return day ? { value: day } : { problem: 'Enter a date, such as 2026-12-31.' };
		}
		case 'yes': {
			const value = readYes(cell);
			return value === null ? { problem: 'Enter yes or no.' } : { value };
		}
		case 'choice':
		case 'choices':
			return readOptions(imported, cell, custom.room, settings.source === 'MiniCRM');
		case 'contact':
		case 'company': {
			const name = recordName.safeParse(cell);
			return name.success ? { named: name.data } : { problem: name.error.issues[0]?.message ?? 'This is no name.' };
		}
		default: {
			const style = { currency, locale, timeZone, decimalSign: settings.decimalSign };
			// a new field becomes a long text where a text of it is one
			const read = readFieldValue(isNew && field.type === 'text' ? { ...field, type: 'long' } : field, cell, style);
			return 'problem' in read ? read : { value: read.value ?? '' };
		}
	}
}

const recordName = requiredLine('The name');
const optionName = requiredLine('Option', 80).transform((text) => text.replace(/\s+/gu, ' '));

function readOptions(imported: ImportedField, cell: string, room: ImportedFields['room'], isOurs: boolean): CustomCell {
	const isOne = imported.field.type === 'choice' || imported.options.has(cell.normalize('NFC').toLowerCase());
	const ids = new Set<string>();
	for (const text of isOne ? [cell] : namesIn(cell, isOurs)) {
		const name = optionName.safeParse(text);
		if (!name.success) return { problem: name.error.issues[0]?.message ?? 'This is no option.' };
		const option = optionFor(imported, name.data, room);
		if ('problem' in option) return option;
		ids.add(option.id);
	}
	const [first] = ids;
	if (imported.field.type === 'choice') return { value: first ?? '' };
	const inOrder = [...imported.options.values()].filter((id) => ids.has(id));
	return { value: inOrder };
}

/** Other programs part them by commas too, or by lines. */
function namesIn(cell: string, isOurs: boolean): string[] {
	if (isOurs || cell.includes(';')) return namesInList(cell);
	return cell.split(/ ::: |[,\n]/).filter((name) => name.trim() !== '');
}
