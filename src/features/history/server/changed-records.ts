import 'server-only';
import type { ChangedRow } from '../history-entry';
import { columnOf } from '../history-labels';

/** Every record that changed rows speak of, each once, except the one whose history it is. */
export function recordsIn(rows: ChangedRow[], except?: string): [entity: string, id: string][] {
	const records = new Map<string, [string, string]>();
	const add = (entity: string, id: string | null) => id && records.set(`${entity} ${id}`, [entity, id]);
	for (const { entity, recordId, tagId, personId, point, fields } of rows) {
		if (recordId !== except) add(point?.of ?? entity.replace(/_(tag|person)$/, ''), recordId);
		add('tag', tagId);
		add('contact', personId);
		for (const [column, , before, after] of fields) {
			const { reading } = columnOf(entity, column);
			if (typeof reading === 'object' && 'record' in reading) for (const id of [before, after]) add(reading.record, id);
		}
	}
	return [...records.values()];
}
