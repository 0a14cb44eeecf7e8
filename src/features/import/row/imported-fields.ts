import type { CustomField, CustomOption } from '@/domain/custom-fields/custom-field-types';
import { maxOptions, maxOptionsOfAll } from '@/features/fields/schema';
import { type ImportKind, kindNouns, type Target } from './import-fields';
import { nextRowId } from './row-ids';

/** A custom field that a column goes to: one of the account, or one that the import makes. */
export type ImportedField = {
	field: CustomField;
	isNew: boolean;
	/** The options that the file adds to it. */
	brought: CustomOption[];
	/** The ids of all its options, by their names in small letters. */
	options: Map<string, string>;
};

/** The custom fields of a file's columns, and how many options all lists of the account can still get. */
export type ImportedFields = { byColumn: (ImportedField | undefined)[]; room: { left: number } };

/** The fields that columns go to; `null` if one of them is not there any more. A new one that is called like one of the account is that one. */
export function importedFields(
	targets: Target[],
	kind: ImportKind,
	fields: readonly CustomField[],
): ImportedFields | null {
	const present = fields.filter((field) => field.kind === kindNouns[kind]);
	const known = new Map<string, ImportedField>();
	const of = (field: CustomField, isNew: boolean) => {
		const key = field.name.toLowerCase();
		const options = new Map(field.options.map(({ id, name }) => [name.toLowerCase(), id]));
		const imported = known.get(key) ?? { field, isNew, brought: [], options };
		known.set(key, imported);
		return imported;
	};
	const byColumn: (ImportedField | undefined)[] = [];
	for (const [column, target] of targets.entries()) {
		if (target && 'custom' in target) {
			const field = present.find(({ id }) => id === target.custom);
			if (!field) return null;
			byColumn[column] = of(field, false);
		} else if (target && 'create' in target) {
			const { name, type } = target.create;
			const same = present.find((field) => field.name.toLowerCase() === name.toLowerCase());
			byColumn[column] = same ? of(same, false) : of(newField(kind, name, type), true);
		}
	}
	const inUse = fields.reduce((sum, { options }) => sum + options.length, 0);
	return { byColumn, room: { left: Math.max(0, maxOptionsOfAll - inUse) } };
}

const newField = (kind: ImportKind, name: string, type: CustomField['type']): CustomField => ({
	...{ id: nextRowId(), kind: kindNouns[kind], type, name, help: null, place: 0 },
	...{
		inForms: false,
		required: false,
		inList: false,
		isUnique: false,
		checks: null,
		reminds: null,
		remindDays: null,
		preset: null,
	},
	...{ preset: null, defaultValue: null, currency: null, isArchived: false, options: [] },
});

/** The id of an option of this name, which is added where it is new; or why it can't be. */
export function optionFor(
	{ field, brought, options }: ImportedField,
	name: string,
	room: ImportedFields['room'],
): { id: string } | { problem: string } {
	const key = name.toLowerCase();
	const present = options.get(key);
	if (present) return { id: present };
	if (field.options.length + brought.length >= maxOptions)
		return { problem: `A list can have ${maxOptions} options, and “${field.name}” has as many.` };
	if (room.left <= 0)
		return {
			problem: `All lists together can have ${maxOptionsOfAll.toLocaleString('en')} options, and have as many.`,
		};
	const id = nextRowId();
	options.set(key, id);
	brought.push({ id, name, colour: colours[(field.options.length + brought.length) % colours.length] ?? 'slate' });
	room.left--;
	return { id };
}

const colours = ['slate', 'red', 'amber', 'green', 'teal', 'blue', 'violet', 'pink'];
