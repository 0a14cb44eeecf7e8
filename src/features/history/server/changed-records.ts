import 'server-only';
import { isRecordId } from '@/lib/text/text';
import type { ChangedRow } from '../history-entry';
import { columnOf } from '../history-labels';
import { idsIn } from '../own-values';

/** Every record that changed rows speak of, each once, except the one whose history it is. */
export function recordsIn(rows: ChangedRow[], except?: string): [entity: string, id: string][] {
	const records = new Map<string, [string, string]>();
	const add = (entity: string, id: string | null) => id && records.set(`${entity} ${id}`, [entity, id]);
	for (const { entity, recordId, tagId, personId, point, fields } of rows) {
		if (recordId !== except) add(point?.of ?? entity.replace(/_(tag|person|option)$/, ''), recordId);
		add('tag', tagId);
		add('contact', personId);
		for (const [column, own, before, after] of fields) {
			// a value that no field has stands under a name
			if (own !== null && isRecordId(own)) {
				add('field', own);
				for (const id of idsIn(before, after)) for (const noun of ['contact', 'company']) add(noun, id);
			}
			const { reading } = columnOf(entity, column);
			if (typeof reading === 'object' && 'record' in reading) for (const id of [before, after]) add(reading.record, id);
		}
	}
	return [...records.values()];
}

/** The options that changed rows may speak of: the values of custom fields that are ids, with their fields. */
export function optionsIn(rows: ChangedRow[]): [field: string, id: string][] {
	const pairs = rows.flatMap(({ fields }) =>
		fields.flatMap(([, own, before, after]) =>
			own !== null && isRecordId(own) ? idsIn(before, after).map((id): [string, string] => [own, id]) : [],
		),
	);
	return [...new Map(pairs.map((pair) => [pair.join(), pair])).values()];
}
