/** A line of a list of points, as its fields begin. */
export type PointLineValues = { key: number; value: string; label: string };

/** The name of a line's field: that of the list for the first, with its place for the others. */
export const lineName = (name: string, place: number) => (place === 0 ? name : `${name}.${place}`);

/** The field in which a form sends the labels of a list of points. */
export const labelName = (name: string) => `${name}Label`;

/** A form's fields with the lines of each list as one value, in their order, as its action takes them. */
export function withLists(fields: Record<string, unknown>): Record<string, unknown> {
	const lists: Record<string, unknown> = {};
	for (const [name, value] of Object.entries(fields)) {
		// a form names its fields in their order, so that the first line is there already
		const list = /^(\w+)\.\d+$/.exec(name)?.[1];
		if (!list) lists[name] = value;
		else lists[list] = [...(Array.isArray(lists[list]) ? lists[list] : [lists[list]]), value];
	}
	return lists;
}
