import { createHash } from 'node:crypto';
import type { ReactNode } from 'react';
import { EmptyState } from '@/components/layout/empty-state';
import { shownColumns, usualColumns } from '@/lib/list/list-columns';
import { countLimit } from '@/lib/list/list-count';
import type { Filters } from '@/lib/list/list-filters';
import { placeParams } from '@/lib/list/list-meaning';
import { isNarrowed } from '@/lib/list/list-narrowing';
import { writeOrder } from '@/lib/list/list-order';
import type { FoundPage, List, ListState, NounForms } from '@/lib/list/list-params';
import type { RowSums } from '@/lib/list/list-sums-sql';
import type { RowCells } from './cells';
import type { ColumnChoice } from './column-choice';
import { columnHeads, type ListColumns } from './column-heads';
import { ColumnsButton } from './columns-button';
import { DataTable } from './data-table';
import type { CellEdits } from './edited-cell';
import type { FilteredList, FilterSetup } from './filter/filter-setup';
import { ListKeys } from './list-keys';
import { ListLink } from './list-link';
import { ListToolbar } from './list-toolbar';
import { ListFrame, ListRows } from './list-transition';
import { Pagination } from './pagination';
import { footLines, groupHeads } from './row-groups';
import { SelectionFrame } from './selection';
import { SortSelect } from './sort-select';

type DataListProps<Row, F extends Filters, Sort extends string> = {
	list: List<F, Sort>;
	state: ListState<F, Sort>;
	rows: Row[];
	path: `/${FilteredList}`;
	/** What is listed, one and several, such as "company" and "companies". */
	noun: NounForms;
	columns: ListColumns<Row, NoInfer<Sort>>;
	/** What the account has to filter by. */
	filters: FilterSetup;
	/** Stand at the end of the toolbar, and between it and the rows. */
	tools?: ReactNode;
	summary?: ReactNode;
	/** Stands here while the account has no such record at all. */
	empty: ReactNode;
	/** What can be done with all rows that are selected. */
	bulk?: ReactNode;
	/** How a cell is edited where it stands: the GET that reads a field, and the action that saves it. */
	edits?: CellEdits;
	/** What the columns add up to, in all and for the groups of the page, and what a row's group is called. */
	sums?: RowSums[];
	groups?: RowSums[];
	groupLabel?: (row: Row) => string;
	/** Whether the first group began on the page before. */
	isContinued?: boolean;
} & FoundPage;

/** What to do where nothing fits a list's search and filters. */
const nothingFits = (q: string) =>
	/(?:^|[\s-])(?:tag|stage|is|in):/i.test(q)
		? 'Check what follows “tag:”, “stage:” or “is:” in the search, or remove a filter.'
		: 'Try fewer words or remove a filter.';

/** A list: search, filters, table (where it is too narrow, a list of rows), pages. All of its state is in the address. */
export function DataList<Row extends { id: string; groupKey?: string | null }, F extends Filters, Sort extends string>(
	props: DataListProps<Row, F, Sort>,
) {
	const { list, state, rows, count, page, more, path, noun, columns, empty, bulk, edits } = props;
	if (count === 0 && !isNarrowed(state)) return empty;

	const href = (change: Partial<ListState<F, Sort>>) => `${path}${list.query(state, change)}`;
	const query = list.query(state).slice(1);
	const headOf = (id: string) => columns[id]?.head ?? list.fields[id]?.label ?? id;
	const chosen = shownColumns(state, list.columns);
	const orders = Object.entries(columns).flatMap(([id, { sort }]): [string, string][] =>
		sort ? [[sort, headOf(id)]] : [],
	);
	const choice: ColumnChoice = {
		order: writeOrder([state, ...state.further]),
		...{ list: path.slice(1), shown: chosen, usual: usualColumns(list.columns) },
		all: [...list.columns.usual, ...list.columns.more].map((id) => ({ id, head: headOf(id) })),
		groups: list.groups.map((id) => ({ id, head: headOf(id) })),
		group: state.group,
		unfiltered: chosen.map(({ id }) => id).filter((id) => !(id in list.fields)),
		isInAddress: state.columns !== null || (state.saved !== '' && state.saved !== 'none'),
		query: list.query(state, { page: state.page, cursor: state.cursor } as Partial<ListState<F, Sort>>).slice(1),
	};
	const shown = chosen.flatMap(({ id, width }) => {
		const column = columns[id];
		return column ? [{ ...column, id, head: headOf(id), sized: width }] : [];
	});
	const heads = columnHeads(list, state, shown, href);
	const { sums = [], groups = [], groupLabel, isContinued = false } = props;
	const foot = footLines(sums, shown);
	const groupRows =
		state.group && groupLabel ? groupHeads(rows, groups, shown, { labelOf: groupLabel, noun, isContinued }) : [];
	const cells = rows.map((row) => [row.id, ...shown.map(({ cell }) => cell(row))] as RowCells);
	const nothing =
		isNarrowed(state) && page === 1 ? (
			<EmptyState title={`No ${noun[1]} match`}>{nothingFits(state.q)}</EmptyState>
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
			<DataTable
				columns={heads}
				rows={cells}
				path={path}
				selectable={bulk !== undefined}
				edits={edits}
				choice={choice}
				groups={groupRows}
				foot={foot}
			/>
		);

	return (
		<ListFrame>
			<div className="@container/list list-room">
				<ListToolbar
					name={path.slice(1) as FilteredList}
					list={list}
					state={state}
					noun={noun}
					count={count}
					filters={props.filters}
				>
					<SortSelect orders={orders} value={`${state.sort}.${state.direction}`} query={query} />
					{props.tools}
					<ColumnsButton choice={choice} />
				</ListToolbar>
				{props.summary}
				<ListRows>
					<ListKeys>
						{bulk ? (
							<SelectionFrame rows={digestOf(rows)} bulk={bulk} noun={noun}>
								{table}
							</SelectionFrame>
						) : (
							table
						)}
					</ListKeys>
					<Pagination
						page={page}
						rows={state.rows}
						query={query}
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

/** A short text that is another one for other rows. */
function digestOf(rows: { id: string }[]): string {
	const ids = rows.map(({ id }) => id).join();
	return createHash('sha1').update(ids).digest('base64url').slice(0, 12);
}
