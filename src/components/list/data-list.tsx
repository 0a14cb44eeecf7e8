import type { ReactNode } from 'react';
import { EmptyState } from '@/components/layout/empty-state';
import { ListFrame, ListRows } from '@/components/list/list-transition';
import { Pagination } from '@/components/list/pagination';
import { SearchBox } from '@/components/list/search-box';
import { SortHeader } from '@/components/list/sort-header';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table';
import { cn } from '@/lib/cn';
import { countLimit, type Filters, type List, type ListState } from '@/lib/list-params';

export type Column<Row, Sort extends string> = {
	head: string;
	cell: (row: Row) => ReactNode;
	sort?: Sort;
	align?: 'right';
	/** The column that a phone shows as the row's heading. */
	primary?: true;
};

type DataListProps<Row, F extends Filters, Sort extends string> = {
	list: List<F, Sort>;
	state: ListState<F, Sort>;
	rows: Row[];
	count: number;
	path: string;
	noun: string;
	searchLabel: string;
	columns: Column<Row, NoInfer<Sort>>[];
	/** Stands here while the account has no such record at all. */
	empty: ReactNode;
	/** Filters beside the search. */
	toolbar?: ReactNode;
};

/** A list: search, table (on a phone a list of rows), pages. All of its state is in the address. */
export function DataList<Row extends { id: string }, F extends Filters, Sort extends string>(
	props: DataListProps<Row, F, Sort>,
) {
	const { list, state, rows, count, path, noun, searchLabel, columns, empty, toolbar } = props;
	const narrowed = state.q !== '' || Object.values<string[]>(state.filters).some((values) => values.length > 0);
	if (count === 0 && !narrowed) return empty;
	const href = (change: Partial<ListState<F, Sort>>) => `${path}${list.query(state, change)}`;
	const without = list.query(state, { q: '' });
	return (
		<ListFrame>
			<div className="mb-3 flex flex-wrap items-center gap-3">
				<SearchBox label={searchLabel} value={state.q} otherParams={without} />
				{toolbar}
			</div>
			<ListRows>
				{rows.length === 0 ? (
					<EmptyState title={`No ${noun} ${narrowed ? 'match' : 'on this page'}`}>
						{narrowed ? 'Try fewer words or remove a filter.' : 'Go back to the first page.'}
					</EmptyState>
				) : (
					<div className="rounded-lg border bg-card">
						<Table className="max-md:block max-md:[&_tbody]:block">
							<TableHeader className="max-md:sr-only">
								<TableRow>
									{columns.map(({ head, sort, align }) =>
										sort ? (
											<SortHeader
												key={head}
												className={cn(align === 'right' && 'text-right')}
												href={href({ sort, direction: list.toggled(state, sort) })}
												direction={state.sort === sort ? state.direction : undefined}
											>
												{head}
											</SortHeader>
										) : (
											<TableHead key={head}>{head}</TableHead>
										),
									)}
								</TableRow>
							</TableHeader>
							<TableBody>
								{rows.map((row) => (
									<TableRow
										key={row.id}
										className="max-md:flex max-md:flex-wrap max-md:gap-x-4 max-md:gap-y-0.5 max-md:px-3 max-md:py-2"
									>
										{columns.map(({ head, cell, align, primary }) => (
											<TableCell
												key={head}
												className={cn(
													'max-md:flex max-md:h-auto max-md:min-h-6 max-md:items-center max-md:gap-1.5 max-md:px-0 max-md:py-0.5 max-md:empty:hidden',
													primary ? 'max-md:w-full' : 'max-md:text-muted-foreground',
													align === 'right' && 'md:text-right',
												)}
											>
												{align === 'right' && <span className="md:hidden">{head}</span>}
												{cell(row)}
											</TableCell>
										))}
									</TableRow>
								))}
							</TableBody>
						</Table>
					</div>
				)}
				<Pagination
					page={state.page}
					shown={rows.length}
					count={count}
					limit={countLimit}
					noun={noun}
					href={(page) => href({ page })}
				/>
			</ListRows>
		</ListFrame>
	);
}
