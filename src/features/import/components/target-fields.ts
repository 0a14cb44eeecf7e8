import type { FieldType } from '@/domain/custom-fields/custom-field-types';
import type { Target } from '../row/import-fields';
import type { FilePreview } from '../server/import-queries';

/** The types of the custom fields that columns go to. */
export function typesOf(targets: Target[], fields: FilePreview['fields']): Set<FieldType> {
	const known = new Map(fields.map(({ id, type }) => [id, type]));
	return new Set(
		targets.flatMap((target) => {
			if (!target || 'field' in target) return [];
			return ('create' in target ? target.create.type : known.get(target.custom)) ?? [];
		}),
	);
}

/** The names of the fields that columns go to and records are recognized by. */
export function uniqueFieldNames(targets: Target[], fields: FilePreview['fields']): string[] {
	const isTarget = (id: string) => targets.some((target) => target && 'custom' in target && target.custom === id);
	return fields.flatMap(({ id, name, isUnique }) => (isUnique && isTarget(id) ? name : []));
}

/** The targets with the columns that are left out as new custom fields, as many as there can be, and what a button for it says. */
export function restAsFields(targets: Target[], { columns, room }: Pick<FilePreview, 'columns' | 'room'>) {
	const rest = targets.filter((target) => target === null).length;
	let left = room - targets.filter((target) => target && 'create' in target).length;
	const all = targets.map((target, at): Target => {
		const column = columns[at];
		return target ?? (column && left-- > 0 ? { create: { name: column.fieldName, type: column.type } } : null);
	});
	const taken = rest - all.filter((target) => target === null).length;
	const label =
		taken < rest
			? `Import ${taken} of the other ${rest} as custom fields (there is room for no more)`
			: rest === 1
				? 'Import the other one as a custom field'
				: `Import the other ${rest} as custom fields`;
	return { targets: all, label };
}
