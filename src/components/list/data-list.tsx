import type { ReactNode } from 'react';
import { EmptyState } from '@/components/layout/empty-state';
import { countLimit, type Filters, type List, type ListState } from '@/lib/list-params';
import { type Column, DataTable } from './data-table';
import { FilterChips, type FilterChoice, FilterSelects } from './filters';
import { ListKeys } from './list-keys';
import { ListFrame, ListRows } from './list-transition';
import { Pagination } from './pagination';
import { ParamSelect } from './param-select';
import { SearchBox } from './search-box';
import { SelectionFrame } from './selection';

export type { Column };

type DataListProps<Row, F extends Filters, Sort extends string> = {
	list: List<F, Sort>;
	state: ListState<F, Sort>;
	rows: Row[];
	count: number;
	path: '/companies' | '/contacts';
	/** What is listed, such as "companies". */
	noun: string;
	columns: Column<Row, NoInfer<Sort>>[];
	/** What the account can filter by: a label and the options of each filter of the list. */
	filters?: Partial<Record<keyof F, Omit<FilterChoice, 'name' | 'chosen'>>>;
	/** Stands here while the account has no such record at all. */
	empty: ReactNode;
	/** What a row is called, and what can be done with all that are selected. */
	selection?: { label: (row: Row) => string; bulk: ReactNode };
};

/** A list: search, filters, table (on a phone a list of rows), pages. All of its state is in the address. */
export function DataList<Row extends { id: string }, F extends Filters, Sort extends string>(
	props: DataListProps<Row, F, Sort>,
) {
	const { list, state, rows, count, path, noun, columns, empty, selection } = props;
	const filters = Object.entries(props.filters ?? {}).map(
		([name, choice]): FilterChoice => ({
			name,
			chosen: state.filters[name] ?? [],
			...(choice as Omit<FilterChoice, 'name' | 'chosen'>),
		}),
	);
	const narrowed = state.q !== '' || Object.values<string[]>(state.filters).some((values) => values.length > 0);
	if (count === 0 && !narrowed) return empty;

	const href = (change: Partial<ListState<F, Sort>>) => `${path}${list.query(state, change)}`;
	const query = list.query(state).slice(1);
	const sorted = (column: Sort) => ({
		href: href({ sort: column, direction: list.toggled(state, column) }),
		direction: state.sort === column ? state.direction : undefined,
	});
	const table =
		rows.length === 0 ? (
			<EmptyState title={`No ${noun} ${narrowed && state.page === 1 ? 'match' : 'on this page'}`}>
				{narrowed && state.page === 1 ? 'Try fewer words or remove a filter.' : 'Go back to the first page.'}
			</EmptyState>
		) : (
			<DataTable columns={columns} rows={rows} sorted={sorted} selectLabel={selection?.label} />
		);

	return (
		<ListFrame>
			<div className="mb-3 flex flex-wrap items-center gap-2">
				<SearchBox label={`Search ${noun}`} value={state.q} otherParams={list.query(state, { q: '' }).slice(1)} />
				<FilterSelects filters={filters} query={query} />
				<SortSelect list={list} state={state} columns={columns} query={query} />
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
			<ListRows>
				<ListKeys>
					{selection ? (
						<SelectionFrame rows={rows.map(({ id }) => id).join()} bulk={selection.bulk} noun={noun}>
							{table}
						</SelectionFrame>
					) : (
						table
					)}
				</ListKeys>
				<Pagination
					page={state.page}
					shown={rows.length}
					count={count}
					limit={countLimit}
					noun={noun}
					href={(page) => href({ page } as Partial<ListState<F, Sort>>)}
				/>
			</ListRows>
		</ListFrame>
	);
}

type SortSelectProps<Row, F extends Filters, Sort extends string> = Pick<
	DataListProps<Row, F, Sort>,
	'list' | 'state' | 'columns'
> & { query: string };

/** The order, for phones, whose lists have no heads to click. */
function SortSelect<Row, F extends Filters, Sort extends string>({
	list,
	state,
	columns,
	query,
}: SortSelectProps<Row, F, Sort>) {
	const options = columns.flatMap(({ head, sort }) =>
		sort
			? (['asc', 'desc'] as const).map((direction) => ({
					value: `${sort}.${direction}`,
					label: `${head} ${direction === 'asc' ? '↑' : '↓'}`,
				}))
			: [],
	);
	return (
		<ParamSelect
			label="Sort by"
			param="sort"
			replaces
			options={options}
			value={`${state.sort}.${state.direction}`}
			query={query || list.query(state).slice(1)}
			className="w-44 md:hidden"
		/>
	);
}
