import { type CustomField, customName } from '@/domain/custom-fields/custom-field-types';
import type { FieldOption } from '@/lib/list/list-fields';
import type { RecordKind } from './history-entry';
import { fieldsOfTable } from './history-labels';

/** One field of a record, whose changes alone are shown: its columns, or the key of a custom field. */
export type AskedField = { name: string; columns: string[]; own: string | null };

/** What a field is called in addresses: as its column, or as lists call custom fields. */
const nameOf = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The parts of a field that stand in columns of their own. */
const further: Partial<Record<string, string[]>> = { value: ['value', 'currency'], stage: ['stage', 'closed_at'] };

/** The field that an address asks for; undefined for one that a kind of record doesn't have. */
export function askedField(kind: RecordKind, field: string | undefined, own: CustomField[]): AskedField | undefined {
	if (!field) return undefined;
	const name = nameOf(field);
	const custom = own.find((each) => each.kind === kind && customName(each.id) === name);
	if (custom) return { name, columns: ['metadata'], own: custom.id };
	const isKnown = fieldsOfTable(kind).some(([column]) => column === name);
	return isKnown ? { name, columns: further[name] ?? [name], own: null } : undefined;
}

/** The fields of a kind of record to choose from. */
export function fieldChoices(kind: RecordKind, own: CustomField[]): FieldOption[] {
	return [
		{ value: '', label: 'All fields' },
		...fieldsOfTable(kind).map(([value, label]) => ({ value, label })),
		...own.filter((each) => each.kind === kind).map(({ id, name }) => ({ value: customName(id), label: name })),
	];
}
