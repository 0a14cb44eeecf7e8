import type { ReactNode } from 'react';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table';
import { cn } from '@/lib/cn';
import type { Direction } from '@/lib/list-params';
import { SelectBox } from './select-box';
import { SortHeader } from './sort-header';

export type Column<Row, Sort extends string> = {
	head: string;
	cell: (row: Row) => ReactNode;
	sort?: Sort;
	align?: 'right';
	/** The column that opens the row, and its heading on a phone. */
	primary?: true;
};

type DataTableProps<Row, Sort extends string> = {
	columns: Column<Row, Sort>[];
	rows: Row[];
	/** What a row is called by who cannot see it; without it rows cannot be selected. */
	selectLabel?: (row: Row) => string;
	sorted: (column: Sort) => { href: string; direction: Direction | undefined };
};

/** Rows as a table; on a phone each row is a block of its own. */
export function DataTable<Row extends { id: string }, Sort extends string>(props: DataTableProps<Row, Sort>) {
	const { columns, rows, selectLabel, sorted } = props;
	return (
		<div className="rounded-lg border bg-card">
			<Table className="max-md:block max-md:[&_tbody]:block">
				<TableHeader className="max-md:hidden">
					<TableRow>
						{selectLabel && (
							<TableHead className="w-8 pr-0">
								<SelectBox all label="Select all rows on this page" />
							</TableHead>
						)}
						{columns.map(({ head, sort, align }) => {
							const className = align === 'right' ? 'text-right' : undefined;
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
				<TableBody>
					{rows.map((row) => (
						<TableRow
							key={row.id}
							data-row
							className="has-checked:bg-accent/60 max-md:relative max-md:flex max-md:flex-wrap max-md:gap-x-4 max-md:gap-y-0.5 max-md:px-3 max-md:py-2"
						>
							{selectLabel && (
								<TableCell className="pr-0 max-md:absolute max-md:top-0 max-md:right-1 max-md:p-0">
									<SelectBox id={row.id} label={`Select ${selectLabel(row)}`} />
								</TableCell>
							)}
							{columns.map((column) => (
								<Cell key={column.head} column={column} row={row} />
							))}
						</TableRow>
					))}
				</TableBody>
			</Table>
		</div>
	);
}

function Cell<Row, Sort extends string>({
	column: { head, cell, align, primary },
	row,
}: {
	column: Column<Row, Sort>;
	row: Row;
}) {
	const content = cell(row);
	const empty = content === null || content === undefined || content === false || content === '';
	return (
		<TableCell
			data-row-link={primary}
			className={cn(
				'max-md:flex max-md:h-auto max-md:min-h-6 max-md:items-center max-md:gap-1.5 max-md:px-0 max-md:py-0.5',
				empty && 'max-md:hidden',
				primary ? 'max-md:w-full max-md:pr-9 md:min-w-52' : 'max-md:text-muted-foreground',
				align === 'right' && 'whitespace-nowrap md:text-right',
			)}
		>
			{align === 'right' && <span className="md:hidden">{head}</span>}
			{content}
		</TableCell>
	);
}
