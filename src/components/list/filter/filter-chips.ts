import { noConditions, type Where } from '@/lib/list/conditions';
import type { ListFields } from '@/lib/list/list-fields';
import { filterParams, writeWhere } from '@/lib/list/written-conditions';
import { labeledCondition, type WordStyle } from './condition-words';
import { type Place, placesOf, withCondition } from './filter-edits';

/** A condition of a list in words. */
export type FilterChip = {
	place: Place;
	/** The field's name in addresses, and what it is called. */
	field: string;
	label: string;
	words: string;
	/** What joins it to the one before it, and what stands behind it. */
	before?: string | undefined;
	after?: string | undefined;
	/** The list's query without it. */
	without: string;
};

/** What a list is filtered by, as its chips show it: the query without any, and the parameters that say filters. */
export type ShownFilters = { chips: FilterChip[]; clear: string; sets: string[] };

/** The query of a list with other conditions, and what else it asks for. */
export function queryWith(query: string, fields: ListFields, where: Where): string {
	const params = new URLSearchParams(query);
	for (const name of filterParams(fields)) params.delete(name);
	for (const [name, value] of writeWhere(fields, where)) params.append(name, value);
	return params.toString();
}

/** The conditions of a list as chips; `query` is the list's query string. */
export function shownFilters(fields: ListFields, where: Where, query: string, style: WordStyle): ShownFilters {
	const chips = placesOf(where).map(({ place, condition }): FilterChip => {
		return {
			place,
			field: condition.field,
			...labeledCondition(fields, condition, style),
			before: wordBefore(where, place),
			after: closes(where, place) ? ')' : undefined,
			without: queryWith(query, fields, withCondition(where, place, null)[0]),
		};
	});
	if (chips.length === 0) return { chips, clear: '', sets: [] };
	return { chips, clear: queryWith(query, fields, noConditions), sets: filterParams(fields) };
}

/** The word that joins a chip to the one before it, where the filters have groups or any of them suffices. */
function wordBefore(where: Where, { group, index }: Place): string | undefined {
	if (where.match === 'all' && where.groups.length === 0) return undefined;
	const isFirst = index === 0 && (group === 0 || (group === 1 && where.conditions.length === 0));
	const isWithin = group > 0 && index > 0;
	const word = isFirst ? '' : (where.match === 'all') === isWithin ? 'or' : 'and';
	const opens = index === 0 && group > 0 && sizeOf(where, group) > 1 ? '(' : '';
	return [word, opens].filter(Boolean).join(' ') || undefined;
}

/** Whether a chip is the last of several in a group. */
const closes = (where: Where, { group, index }: Place) => group > 0 && index > 0 && index === sizeOf(where, group) - 1;

const sizeOf = ({ groups }: Where, group: number) => groups[group - 1]?.length ?? 0;
