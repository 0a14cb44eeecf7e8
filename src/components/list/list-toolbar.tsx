import type { ReactNode } from 'react';
import type { Filters, List, ListState } from '@/lib/list/list-params';
import { FilterChips, type FilterChoice, FilterSelects } from './filters';
import { ListSearch } from './list-search';

/** What an account can filter a list by: of each of its filters the label and the options. */
export type FilterChoices<F extends Filters> = Partial<Record<keyof F, Omit<FilterChoice, 'name' | 'chosen'>>>;

type ListToolbarProps<F extends Filters, Sort extends string> = {
	list: List<F, Sort>;
	state: ListState<F, Sort>;
	path: string;
	noun: string;
	choices: FilterChoices<F>;
	/** Stands after the filters. */
	children?: ReactNode;
};

/** Above a list, however it is shown: search, filters, and the filters that are on as chips. */
export function ListToolbar<F extends Filters, Sort extends string>(props: ListToolbarProps<F, Sort>) {
	const { list, state, path, noun, choices, children } = props;
	const filters = Object.entries(choices).map(
		([name, choice]): FilterChoice => ({
			name,
			chosen: state.filters[name] ?? [],
			...(choice as Omit<FilterChoice, 'name' | 'chosen'>),
		}),
	);
	const href = (change: Partial<ListState<F, Sort>>) => `${path}${list.query(state, change)}`;
	const query = list.query(state).slice(1);
	return (
		<>
			<div data-print="no" className="mb-3 grid grid-cols-2 items-center gap-2 sm:flex sm:flex-wrap">
				<ListSearch label={`Search ${noun}`} value={state.q} otherParams={list.query(state, { q: '' }).slice(1)} />
				<FilterSelects filters={filters} query={query} />
				{children}
			</div>
			<FilterChips
				filters={filters}
				cleared={href({ filters: list.parse({}).filters })}
				without={(name, value) =>
					href({
						filters: { ...state.filters, [name]: (state.filters[name] ?? []).filter((kept: string) => kept !== value) },
					})
				}
			/>
		</>
	);
}
