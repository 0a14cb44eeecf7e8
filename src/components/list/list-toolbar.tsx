import type { ReactNode } from 'react';
import { listCountText } from '@/lib/list/list-count';
import type { Filters } from '@/lib/list/list-filters';
import type { List, ListState, NounForms } from '@/lib/list/list-params';
import { FilterBar } from './filter/filter-bar';
import { shownFilters } from './filter/filter-chips';
import type { FilteredList, FilterSetup } from './filter/filter-setup';
import { ListSearch } from './list-search';

type ListToolbarProps<F extends Filters, Sort extends string> = {
	name: FilteredList;
	list: List<F, Sort>;
	state: ListState<F, Sort>;
	noun: NounForms;
	/** How many rows the list has. */
	count: number;
	filters: FilterSetup;
	/** Stands after the filters. */
	children?: ReactNode;
};

const searchHints: Record<FilteredList, string> = {
	companies: 'Also: “exact words” · -word · tag:vip',
	contacts: 'Also: “exact words” · -word · tag:vip · is:decider · is:left',
	deals: 'Also: “exact words” · -word · stage:proposal · is:open, won, lost, overdue',
	activities: 'Also: “exact words” · -word',
};

/** Above a list, however it is shown: search, and what the list is filtered by. */
export function ListToolbar<F extends Filters, Sort extends string>(props: ListToolbarProps<F, Sort>) {
	const { name, list, state, noun, count, filters, children } = props;
	const where = list.whereOf(state);
	const query = list.query(state).slice(1);
	return (
		<div data-print="no" className="mb-3 grid grid-cols-2 items-center gap-2 sm:flex sm:flex-wrap">
			<ListSearch
				label={`Search ${noun[1]}`}
				value={state.q}
				hint={searchHints[name]}
				otherParams={list.query(state, { q: '' }).slice(1)}
			/>
			<FilterBar
				list={name}
				where={where}
				shown={shownFilters(list.fields, where, query, { ...filters.style, names: filters.names })}
				setup={filters}
				query={query}
				count={listCountText(count)}
				noun={noun}
			/>
			{children}
		</div>
	);
}
