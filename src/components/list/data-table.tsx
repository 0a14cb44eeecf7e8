'use client';

import type { Route } from 'next';
import { Fragment } from 'react';
import { message } from '@/components/form/message';
import { ArrowDownIcon, ArrowUpIcon } from '@/components/ui/icons';
import { initialsOf } from '@/components/ui/initials';
import { columnWidths } from '@/lib/list/list-columns';
import { cellContent } from './cell-content';
import { useCellEditing } from './cell-editing';
import type { Cell, ColumnHead, RowCells } from './cells';
import type { ColumnChoice } from './column-choice';
import { boxWidth, tableWidths } from './column-widths';
import type { CellEdits } from './edited-cell';
import { ListLink } from './list-link';
import type { FootLine, GroupHead } from './row-groups';
import { RowLink } from './row-link';
import { useAddedSort } from './use-added-sort';
import { useColumnSizing } from './use-column-sizing';
import { useColumns } from './use-columns';
import { useTableFrame } from './use-table-frame';

type DataTableProps = {
	/** The first is the one that opens the row, and its heading where rows are blocks. */
	columns: ColumnHead[];
	rows: RowCells[];
	/** The address of the list; a row's own is below it. */
	path: string;
	selectable: boolean;
	edits: CellEdits | undefined;
	choice: ColumnChoice;
	groups: GroupHead[];
	foot: FootLine[];
};

/** Rows as a table; where there is no room for one, each row is a block of its own. Stands in a container named `list`. */
export function DataTable({ columns, rows: saved, path, selectable, edits, choice, groups, foot }: DataTableProps) {
	const { frame, rows, editor } = useCellEditing(columns, saved, edits);
	useTableFrame(frame, saved, choice.query);
	useAddedSort(frame, choice);
	useColumnSizing(frame, columns, selectable, useColumns(choice));
	const hasInitials = path === '/companies' || path === '/contacts';
	const widths = tableWidths(columns, selectable);
	return (
		<div ref={frame} data-slot="table-container" className="table-frame">
			<table className="data-table" data-list={path.slice(1)} style={widths.table}>
				<colgroup>
					{selectable && <col style={{ width: boxWidth }} />}
					{columns.map(({ id }, place) => (
						<col key={id} data-column={id} style={{ width: widths.columns[place] }} />
					))}
					{widths.rest && <col />}
				</colgroup>
				<thead>
					<tr>
						{selectable && (
							<th scope="col" data-box>
								<SelectBox label="Select all rows on this page" />
							</th>
						)}
						{columns.map((column, place) => (
							<Head key={column.id} {...column} isName={place === 0} />
						))}
					</tr>
				</thead>
				<tbody>
					{rows.map(([id, name, ...cells], place) => {
						const group = groups.find(({ at }) => at === place);
						const row = (
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
						);
						if (!group) return row;
						return (
							<Fragment key={id}>
								<tr data-group>
									<th scope="rowgroup" colSpan={columns.length + (selectable ? 1 : 0)}>
										<span>
											<b translate="no">{group.label}</b> {group.note}
										</span>
									</th>
								</tr>
								{row}
							</Fragment>
						);
					})}
				</tbody>
				{foot.length > 0 && (
					<tfoot>
						{foot.map(({ label, cells }) => (
							<tr key={label}>
								<th scope="row" colSpan={selectable ? 2 : 1}>
									{label}
								</th>
								{columns.slice(1).map((column, place) => (
									<td key={column.id} data-right={column.right}>
										{cells[place + 1] && <span data-head>{column.head}</span>}
										{cells[place + 1] && <span>{cells[place + 1]}</span>}
									</td>
								))}
							</tr>
						))}
					</tfoot>
				)}
			</table>
			{editor}
		</div>
	);
}

function Head({ id, head, right, href, adds, sorted, place, isName, width, sized }: ColumnHead & { isName: boolean }) {
	const Arrow = sorted === 'descending' ? ArrowDownIcon : ArrowUpIcon;
	return (
		<th scope="col" aria-label={head} data-right={right} data-name={isName || undefined} aria-sort={sorted}>
			{href ? (
				<ListLink href={href} sets={['sort']} data-adds={adds}>
					{head}
					{sorted && <Arrow className="size-3.5" />}
					{place && <span className="tabular-nums">{place}</span>}
				</ListLink>
			) : (
				<span>{head}</span>
			)}
			{/* biome-ignore lint/a11y/useSemanticElements: an <hr> is no edge that is moved */}
			<span
				role="separator"
				aria-orientation="vertical"
				aria-label={`Width of ${head}`}
				aria-valuenow={sized ?? width}
				aria-valuemin={columnWidths.min}
				aria-valuemax={columnWidths.max}
				tabIndex={0}
				data-resize={id}
			/>
		</th>
	);
}

/** A function and no component: a page has two hundred of them. */
function drawCell(cell: Cell, { id, head, right, at, isDate }: ColumnHead) {
	return (
		<td key={id} data-right={right} data-at={at} data-none={(isDate && cell === null) || undefined}>
			{right && !at && cell !== null && <span data-head>{head}</span>}
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
