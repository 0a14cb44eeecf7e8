import type { AddedName } from './added-names';
import type { Filters } from './list-filters';
import type { Direction } from './list-order';
import { type AddedToList, type List, type ListDefinition, makeList } from './list-params';

/**
 * Defines a list: its filters, the columns that sort with their first direction, and the default. The URL is the state;
 * whatever it says, `parse` returns the nearest valid list, and `href` writes only what differs from the default.
 *
 * `extend` gives the list of an account that has fields of its own. `anyAccount` reads and writes the addresses of all accounts: of
 * their fields it knows only how they are named.
 */
export function defineList<F extends Filters, Sort extends string>(definition: ListDefinition<F, Sort>) {
	const extended = new WeakMap<AddedToList, List<F, Sort | AddedName>>();
	function extend(added: AddedToList): List<F, Sort | AddedName> {
		const known = extended.get(added);
		if (known) return known;
		const { fields, sorts, columns, groups = [], defaultSort } = definition;
		const names = Object.keys(added.fields) as AddedName[];
		const list = makeList<F, Sort | AddedName>(
			{
				...definition,
				fields: { ...fields, ...added.fields },
				sorts: { ...sorts, ...added.sorts } as Record<Sort | AddedName, Direction>,
				defaultSort,
				columns: {
					usual: [...columns.usual, ...added.usual],
					more: [...columns.more, ...names.filter((name) => !added.usual.includes(name))],
				},
				groups: [...groups, ...added.groups],
			},
			added,
		);
		extended.set(added, list);
		return list;
	}
	const own = makeList(definition);
	/** The list that a state is of. */
	const of = ({ added }: { added?: AddedToList }) =>
		added ? extend(added) : (own as unknown as List<F, Sort | AddedName>);
	return { ...own, extend, of, anyAccount: makeList(definition, 'any') };
}
