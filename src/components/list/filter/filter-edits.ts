import { type Condition, noConditions, type Where } from '@/lib/list/conditions';

/** Where a condition stands: in which group, 0 being none, and at which place in it, -1 being nowhere yet. */
export type Place = { group: number; index: number };

const partOf = ({ conditions, groups }: Where, group: number) => (group === 0 ? conditions : (groups[group - 1] ?? []));

/** The condition at a place. */
export function conditionAt(where: Where, { group, index }: Place): Condition | undefined {
	return partOf(where, group)[index];
}

/** The place of the first condition on a field in a group. */
export function placeOn(where: Where, group: number, field: string): Place {
	return { group, index: partOf(where, group).findIndex((each) => each.field === field) };
}

/** The places of all conditions on a field that belong to no group. */
export const placesOn = (where: Where, field: string): Place[] =>
	where.conditions.flatMap((each, index) => (each.field === field ? [{ group: 0, index }] : []));

/** The conditions with another one at a place, or none there, and the place where it stands then. */
export function withCondition(where: Where, { group, index }: Place, condition: Condition | null): [Where, Place] {
	const part = [...partOf(where, group)];
	const at = index < 0 ? part.length : index;
	if (condition) part[at] = condition;
	else if (index >= 0) part.splice(index, 1);
	const place = { group, index: condition ? at : -1 };
	if (group === 0) return [{ ...where, conditions: part }, place];
	const groups = [...where.groups];
	groups[group - 1] = part;
	return [{ ...where, groups: groups.filter((each) => each.length > 0) }, place];
}

/** The conditions with one moved to another group. */
export function movedTo(where: Where, from: Place, group: number): [Where, Place] {
	const condition = conditionAt(where, from);
	if (!condition) return [where, { group, index: -1 }];
	const [added, to] = withCondition(where, { group, index: -1 }, condition);
	const [moved] = withCondition(added, from, null);
	// a group that is empty now is gone, and those behind it move up
	const isGone = from.group > 0 && moved.groups.length < added.groups.length;
	return [moved, { group: isGone && group > from.group ? group - 1 : group, index: to.index }];
}

/** Every condition of a list with its place, in the order in which chips show them. */
export function placesOf(where: Where): { place: Place; condition: Condition }[] {
	return [where.conditions, ...where.groups].flatMap((part, group) =>
		part.map((condition, index) => ({ place: { group, index }, condition })),
	);
}

/** How many parts of a list's conditions stand side by side. */
export const countParts = ({ conditions, groups }: Where) => conditions.length + groups.length;

/** The conditions without those of a group. */
export const withoutGroup = (where: Where, group: number): Where => ({
	...where,
	groups: where.groups.toSpliced(group - 1, 1),
});

/** What must hold besides a condition at a place: where any other part suffices, nothing need. */
export function besides(where: Where, place: Place): Where {
	const { group, index } = place;
	const isAlone = (where.match === 'any') === (group === 0);
	if (isAlone) return where.match === 'any' ? noConditions : withoutGroup(where, group);
	if (group === 0) return index < 0 ? where : withCondition(where, place, null)[0];
	return { ...noConditions, conditions: partOf(where, group).filter((_, at) => at !== index) };
}
