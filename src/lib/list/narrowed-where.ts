import { conditionParam, readConditions, writeConditions } from './condition-text';
import type { Condition, Where } from './conditions';
import type { ListFields } from './list-fields';
import { writeWhere } from './written-conditions';

/** So many groups are looked at; more than an address can have in any case. */
const mostGroups = 9;

/**
 * What any part of suffices, as groups that must all hold, each by any of its conditions: "a, or b and c" is "a or b, and a or c". Null
 * where that takes more than an address can say.
 */
export function asGroups(fields: ListFields, { conditions, groups }: Where, keepsGone = false): Condition[][] | null {
	let all: Condition[][] = [conditions];
	for (const group of groups) {
		all = all.flatMap((each) => group.map((condition) => [...each, condition]));
		if (all.length > mostGroups) return null;
	}
	return isReadWhole(fields, { match: 'all', conditions: [], groups: all }, keepsGone) ? all : null;
}

/** Whether an address can say all of these conditions: it is read with a limit. */
export function isReadWhole(fields: ListFields, where: Where, keepsGone = false): boolean {
	const written = writeWhere(fields, where).flatMap(([name, value]) => (name === conditionParam ? [value] : []));
	const read = readConditions(fields, written, keepsGone);
	return writeConditions(read).length === new Set(written).size;
}
