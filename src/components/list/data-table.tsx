import type { ReactNode } from 'react';
import { message } from '@/components/form/message';
import { Table, TableBody, TableHead, TableHeader, TableRow } from '@/components/ui/table';
import { cn } from '@/lib/cn';
import type { Direction } from '@/lib/list/list-params';
import { SelectBox } from './select-box';
import { SortHeader } from './sort-header';

export type Column<Row, Sort extends string> = {
	head: string;
	cell: (row: Row) => ReactNode;
	sort?: Sort;
	align?: 'right';
	/** Text that may break into lines, but not after every letter. */
	wide?: true;
	/** The column that opens the row, and its heading where rows are blocks. */
	primary?: true;
	/** Left out unless the screen is wide: what a list can be sorted by but is seldom read for. */
	spare?: true;
};

type DataTableProps<Row, Sort extends string> = {
	columns: Column<Row, Sort>[];
	rows: Row[];
	/** What a row is called by who cannot see it; without it rows cannot be selected. */
	selectLabel?: (row: Row) => string;
	sorted: (column: Sort) => { href: string; direction: Direction | undefined };
};

// Said once for the whole table: every class of a cell would travel two hundred times.
const cells = [
	'max-2xl:[&_[data-spare]]:hidden [&_td]:h-11 [&_td]:px-2.5 [&_th]:px-2.5 [&_td]:py-1.5 [&_td]:align-middle',
	'[&_[data-row-link]_a]:font-medium [&_[data-right]]:whitespace-nowrap',
	'@min-[60rem]/list:[&_[data-row-link]]:min-w-36 @min-[60rem]/list:[&_[data-wide]]:min-w-28',
	'@min-[60rem]/list:[&_[data-right]]:text-right @max-[72rem]/list:[&_td]:px-2 @max-[72rem]/list:[&_th]:px-2',
	'@min-[72rem]/list:[&_[data-row-link]]:min-w-48 @min-[72rem]/list:[&_[data-wide]]:min-w-36',
].join(' ');

// Where the list is too narrow for its columns, as on a phone and beside the sidebar of a small screen, each row is a
// block: its cells stand one after another, and its box is in the corner.
const blocks = [
	'@max-[60rem]/list:block @max-[60rem]/list:[&_tbody]:block @max-[60rem]/list:[&_thead]:hidden',
	'@max-[60rem]/list:[&_[data-row]]:relative @max-[60rem]/list:[&_[data-row]]:flex @max-[60rem]/list:[&_[data-row]]:flex-wrap',
	'@max-[60rem]/list:[&_[data-row]]:gap-x-4 @max-[60rem]/list:[&_[data-row]]:gap-y-0.5',
	'@max-[60rem]/list:[&_[data-row]]:px-3 @max-[60rem]/list:[&_[data-row]]:py-2',
	'@max-[60rem]/list:[&_td]:flex @max-[60rem]/list:[&_td]:h-auto @max-[60rem]/list:[&_td]:min-h-6',
	'@max-[60rem]/list:[&_td]:min-w-0 @max-[60rem]/list:[&_td]:items-center @max-[60rem]/list:[&_td]:gap-1.5',
	'@max-[60rem]/list:[&_td]:px-0 @max-[60rem]/list:[&_td]:py-0.5 @max-[60rem]/list:[&_td]:text-muted-foreground',
	'@max-[60rem]/list:[&_td:empty]:hidden @max-[60rem]/list:[&_[data-row-link]]:w-full',
	'@max-[60rem]/list:[&_[data-row-link]]:pr-9 @max-[60rem]/list:[&_[data-row-link]]:text-foreground',
	'[&_[data-box]]:w-8 [&_[data-box]]:pr-0 @max-[60rem]/list:[&_[data-box]]:absolute @max-[60rem]/list:[&_[data-box]]:top-0',
	'@max-[60rem]/list:[&_[data-box]]:right-1 @max-[60rem]/list:[&_[data-box]]:p-0',
].join(' ');

/** Rows as a table; where there is no room for one, each row is a block of its own. Stands in a container named `list`. */
export function DataTable<Row extends { id: string }, Sort extends string>(props: DataTableProps<Row, Sort>) {
	const { columns, rows, selectLabel, sorted } = props;
	return (
		<div className="rounded-lg border bg-card">
			<Table className={`${cells} ${blocks}`}>
				<TableHeader>
					<TableRow>
						{selectLabel && (
							<TableHead className="w-8 pr-0">
								<SelectBox all label="Select all rows on this page" />
							</TableHead>
						)}
						{columns.map(({ head, sort, align, spare }) => {
							const className = cn(align === 'right' && 'text-right', spare && 'max-2xl:hidden');
							return sort ? (
								<SortHeader key={head} className={className} {...sorted(sort)}>
									{head}
								</SortHeader>
							) : (
								<TableHead key={head} className={className}>
									{head}
								</TableHead>
							);
						})}
					</TableRow>
				</TableHeader>
				<TableBody className="[&_tr]:border-b [&_tr]:transition-colors [&_tr]:has-checked:bg-accent/60 [&_tr]:hover:bg-muted">
					{rows.map((row) => (
						<tr key={row.id} data-row>
							{selectLabel && (
								<td data-box>
									<SelectBox id={row.id} label={message`Select ${selectLabel(row)}`} />
								</td>
							)}
							{columns.map((column) => (
								<Cell key={column.head} column={column} row={row} />
							))}
						</tr>
					))}
				</TableBody>
			</Table>
		</div>
	);
}

function Cell<Row, Sort extends string>({
	column: { head, cell, align, primary, wide, spare },
	row,
}: {
	column: Column<Row, Sort>;
	row: Row;
}) {
	const content = cell(row);
	const empty = content === null || content === undefined || content === false || content === '';
	return (
		<td data-row-link={primary} data-wide={wide} data-right={align === 'right' || undefined} data-spare={spare}>
			{align === 'right' && !empty ? (
				<>
					<span className="@min-[60rem]/list:hidden">{head}</span>
					<span>{content}</span>
				</>
			) : (
				content
			)}
		</td>
	);
}
