'use client';

import type { Route } from 'next';
import { message } from '@/components/form/message';
import { ArrowDownIcon, ArrowUpIcon } from '@/components/ui/icons';
import { initialsOf } from '@/components/ui/initials';
import { cellContent } from './cell-content';
import { useCellEditing } from './cell-editing';
import type { Cell, ColumnHead, RowCells } from './cells';
import type { CellEdits } from './edited-cell';
import { ListLink } from './list-link';
import { RowLink } from './row-link';

type DataTableProps = {
	/** The first is the one that opens the row, and its heading where rows are blocks. */
	columns: ColumnHead[];
	rows: RowCells[];
	/** The address of the list; a row's own is below it. */
	path: string;
	selectable: boolean;
	edits: CellEdits | undefined;
};

/** Rows as a table; where there is no room for one, each row is a block of its own. Stands in a container named `list`. */
export function DataTable({ columns, rows: saved, path, selectable, edits }: DataTableProps) {
	const { frame, rows, editor } = useCellEditing(columns, saved, edits);
	const hasInitials = path === '/companies' || path === '/contacts';
	return (
		<div ref={frame} data-slot="table-container" className="relative w-full overflow-x-auto rounded-lg border bg-card">
			<table className="data-table" data-list={path.slice(1)}>
				<thead>
					<tr>
						{selectable && (
							<th scope="col" data-box>
								<SelectBox label="Select all rows on this page" />
							</th>
						)}
						{columns.map((column) => (
							<Head key={column.head} {...column} />
						))}
					</tr>
				</thead>
				<tbody>
					{rows.map(([id, name, ...cells]) => (
						<tr key={id} data-row>
							{selectable && (
								<td data-box>
									<SelectBox id={id} label={message`Select ${name}`} />
								</td>
							)}
							<td data-row-link {...(hasInitials && initialsOf(name))}>
								<RowLink href={`${path}/${id}` as Route}>{name}</RowLink>
							</td>
							{cells.map((cell, index) => {
								const column = columns[index + 1];
								return column && drawCell(cell, column);
							})}
						</tr>
					))}
				</tbody>
			</table>
			{editor}
		</div>
	);
}

function Head({ head, right, spare, href, sorted }: ColumnHead) {
	const Arrow = sorted === 'descending' ? ArrowDownIcon : ArrowUpIcon;
	return (
		<th scope="col" data-right={right} data-spare={spare} aria-sort={sorted}>
			{href ? (
				<ListLink href={href} sets={['sort']}>
					{head}
					{sorted && <Arrow className="size-3.5" />}
				</ListLink>
			) : (
				head
			)}
		</th>
	);
}

/** A function and no component: a page has two hundred of them. */
function drawCell(cell: Cell, { head, right, wide, spare }: ColumnHead) {
	return (
		<td key={head} data-right={right} data-wide={wide} data-spare={spare}>
			{right && cell !== null && <span data-head>{head}</span>}
			{cell !== null && cellContent(cell)}
		</td>
	);
}

/** Selects one row, or without `id` every row on the screen. Read by `SelectionFrame`. */
function SelectBox({ id, label }: { id?: string; label: React.ReactNode }) {
	return (
		<label>
			<span className="sr-only">{label}</span>
			<input type="checkbox" name={id ? 'selected' : 'select-all'} value={id} autoComplete="off" />
		</label>
	);
}
