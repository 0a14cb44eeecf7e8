import type { ReactNode } from 'react';
import { EmptyState } from '@/components/layout/empty-state';
import { hasConditions, type Where } from '@/lib/list/conditions';
import { countLimit } from '@/lib/list/list-count';
import { placeParams } from '@/lib/list/list-meaning';
import type { Filters, FoundPage, List, ListState, NounForms } from '@/lib/list/list-params';
import type { Cell, ColumnHead, RowCells } from './cells';
import { DataTable } from './data-table';
import type { CellEdits } from './edited-cell';
import { ListKeys } from './list-keys';
import { ListLink } from './list-link';
import { type FilterChoices, ListToolbar } from './list-toolbar';
import { ListFrame, ListRows } from './list-transition';
import { Pagination } from './pagination';
import { ParamSelect } from './param-select';
import { SelectionFrame } from './selection';

export type Column<Row, Sort extends string, Shown extends Cell = Cell> = {
	head: string;
	cell: (row: Row) => Shown;
	sort?: Sort;
	align?: 'right';
	/** Text that may break into lines, but not after every letter. */
	wide?: true;
	/** Left out unless the screen is wide: what a list can be sorted by but is seldom read for. */
	spare?: true;
	/** The field of the record that its cells are edited by. */
	field?: string;
};

/** The first column says what a row is called, and opens it. */
export type ListColumns<Row, Sort extends string> = [Column<Row, Sort, string>, ...Column<Row, Sort>[]];

type DataListProps<Row, F extends Filters, Sort extends string> = {
	list: List<F, Sort>;
	state: ListState<F, Sort>;
	rows: Row[];
	path: '/companies' | '/contacts' | '/deals' | '/activities';
	/** What is listed, one and several, such as "company" and "companies". */
	noun: NounForms;
	columns: ListColumns<Row, NoInfer<Sort>>;
	filters?: FilterChoices<F>;
	/** Stand at the end of the toolbar, and between it and the rows. */
	tools?: ReactNode;
	summary?: ReactNode;
	/** Stands here while the account has no such record at all. */
	empty: ReactNode;
	/** What can be done with all rows that are selected. */
	bulk?: ReactNode;
	/** How a cell is edited where it stands: the GET that reads a field, and the action that saves it. */
	edits?: CellEdits;
} & FoundPage;

/** A list: search, filters, table (where it is too narrow, a list of rows), pages. All of its state is in the address. */
export function DataList<Row extends { id: string }, F extends Filters, Sort extends string>(
	props: DataListProps<Row, F, Sort>,
) {
	const { list, state, rows, count, page, more, path, noun, columns, empty, bulk, edits } = props;
	if (count === 0 && !isNarrowed(state)) return empty;

	const href = (change: Partial<ListState<F, Sort>>) => `${path}${list.query(state, change)}`;
	const query = list.query(state).slice(1);
	const heads = columns.map(({ head, sort, align, wide, spare, field }): ColumnHead => {
		const direction = state.direction === 'asc' ? 'ascending' : 'descending';
		return {
			head,
			...(sort && { href: href({ sort, direction: list.toggled(state, sort) }) }),
			...(sort === state.sort && { sorted: direction }),
			...(align === 'right' && { right: true }),
			...(wide && { wide }),
			...(spare && { spare }),
			...(field && edits && { field }),
		};
	});
	const cells = rows.map((row) => [row.id, ...columns.map(({ cell }) => cell(row))] as RowCells);
	const nothing =
		isNarrowed(state) && page === 1 ? (
			<EmptyState title={`No ${noun[1]} match`}>Try fewer words or remove a filter.</EmptyState>
		) : (
			<EmptyState title={`No ${noun[1]} on this page`}>
				<ListLink href={href({})} sets={placeParams} className="underline">
					Go back to the first page
				</ListLink>
			</EmptyState>
		);
	const table =
		rows.length === 0 ? (
			nothing
		) : (
			<DataTable columns={heads} rows={cells} path={path} selectable={bulk !== undefined} edits={edits} />
		);

	return (
		<ListFrame>
			<div className="@container/list">
				<ListToolbar list={list} state={state} path={path} noun={noun[1]} choices={props.filters ?? {}}>
					<SortSelect<Row, F, Sort> state={state} columns={columns} query={query} />
					{props.tools}
				</ListToolbar>
				{props.summary}
				<ListRows>
					<ListKeys>
						{bulk ? (
							<SelectionFrame rows={rows.map(({ id }) => id).join()} bulk={bulk} noun={noun}>
								{table}
							</SelectionFrame>
						) : (
							table
						)}
					</ListKeys>
					<Pagination
						page={page}
						more={more}
						ids={rows.map(({ id }) => id)}
						count={count}
						limit={countLimit}
						noun={noun}
						href={(place) => href(place as Partial<ListState<F, Sort>>)}
					/>
				</ListRows>
			</div>
		</ListFrame>
	);
}

type NarrowedState = { q: string; filters: Record<string, string[]>; where: Where };

/** Whether a search or a filter leaves out rows. */
export function isNarrowed({ q, filters, where }: NarrowedState): boolean {
	return q !== '' || hasConditions(where) || Object.values(filters).some((values) => values.length > 0);
}

type SortSelectProps<Row, F extends Filters, Sort extends string> = Pick<
	DataListProps<Row, F, Sort>,
	'state' | 'columns'
> & { query: string };

/** The order, for where the rows are blocks and there are no heads to click. */
function SortSelect<Row, F extends Filters, Sort extends string>({
	state,
	columns,
	query,
}: SortSelectProps<Row, F, Sort>) {
	const options = columns.flatMap(({ head, sort }) =>
		sort
			? (['asc', 'desc'] as const).map((direction) => ({
					value: `${sort}.${direction}`,
					label: `${direction === 'asc' ? '↑' : '↓'} ${head}`,
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
			query={query}
			className="sm:w-44 @min-[60rem]/list:hidden"
		/>
	);
}
