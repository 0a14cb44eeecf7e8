import type { ReactNode } from 'react';
import { listCountText } from '@/lib/list/list-count';
import type { Filters } from '@/lib/list/list-filters';
import type { List, ListState, NounForms } from '@/lib/list/list-params';
import { FilterBar } from './filter/filter-bar';
import { type FilterSetup, fieldsWith } from './filter/filter-setup';
import { ListSearch } from './list-search';

type ListToolbarProps<F extends Filters, Sort extends string> = {
	list: List<F, Sort>;
	state: ListState<F, Sort>;
	noun: NounForms;
	/** How many rows the list has. */
	count: number;
	filters: FilterSetup;
	/** Stands after the filters. */
	children?: ReactNode;
};

/** Above a list, however it is shown: search, and what the list is filtered by. */
export function ListToolbar<F extends Filters, Sort extends string>(props: ListToolbarProps<F, Sort>) {
	const { list, state, noun, count, filters, children } = props;
	return (
		<div data-print="no" className="mb-3 grid grid-cols-2 items-center gap-2 sm:flex sm:flex-wrap">
			<ListSearch label={`Search ${noun[1]}`} value={state.q} otherParams={list.query(state, { q: '' }).slice(1)} />
			<FilterBar
				fields={fieldsWith(list.fields, filters)}
				where={list.whereOf(state)}
				setup={{ ...filters, options: {} }}
				query={list.query(state).slice(1)}
				count={listCountText(count)}
				noun={noun}
			/>
			{children}
		</div>
	);
}
