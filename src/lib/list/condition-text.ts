import { type Condition, type Operator, validCondition, type Where } from './conditions';
import type { ListFields } from './list-fields';

// Conditions in an address: `f=stage.none:closed_won,closed_lost`, and `f=1/name.contains:acme` for those of the first group.

/** The parameters that conditions are written by, beside the older ones of their own. */
export const conditionParam = 'f';
export const matchParam = 'match';

const maxConditions = 20;
const maxGroups = 9;
/** What all conditions of an address take up at the most, each letter of them escaped. */
const maxLength = 4_000;

const escaped = (value: string) => value.replaceAll('%', '%25').replaceAll(',', '%2C');
const unescaped = (text: string) => text.replaceAll('%2C', ',').replaceAll('%25', '%');

/** A condition as the value of its parameter. */
export function writeCondition({ field, is, values }: Condition, group = 0): string {
	const asked = values.length > 0 ? `${field}.${is}:${values.map(escaped).join()}` : `${field}.${is}`;
	return group > 0 ? `${group}/${asked}` : asked;
}

const form = /^(?:([1-9])\/)?(\w+)\.(\w+)(?::(.*))?$/s;

/**
 * The conditions that values of the parameter say. What makes no sense is left out, and what is too much; those on added fields that
 * the list doesn't have as well, unless `keepsGone`.
 */
export function readConditions(
	fields: ListFields,
	written: string[],
	keepsGone = false,
): Pick<Where, 'conditions' | 'groups'> {
	const conditions: Condition[] = [];
	const groups: Condition[][] = Array.from({ length: maxGroups }, () => []);
	const seen = new Set<string>();
	let length = 0;
	for (const text of written) {
		const [, group = '0', field = '', is = '', values = ''] = form.exec(text) ?? [];
		const asked = { field, is: is as Operator, values: values.split(',').map(unescaped) };
		const condition = validCondition(fields, asked, keepsGone);
		if (!condition) continue;
		const canonical = writeCondition(condition, Number(group));
		length += encodeURIComponent(canonical).length;
		if (length > maxLength || seen.size >= maxConditions) break;
		if (seen.has(canonical)) continue;
		seen.add(canonical);
		(groups[Number(group) - 1] ?? conditions).push(condition);
	}
	return { conditions, groups: groups.filter((each) => each.length > 0) };
}

/** The values of the parameter for these conditions. */
export function writeConditions({ conditions, groups }: Pick<Where, 'conditions' | 'groups'>): string[] {
	return [
		...conditions.map((condition) => writeCondition(condition)),
		...groups.flatMap((group, index) => group.map((condition) => writeCondition(condition, index + 1))),
	];
}
