'use client';

import type { Route } from 'next';
import { Fragment } from 'react';
import { message } from '@/components/form/message';
import { initialsOf } from '@/components/ui/initials';
import { keptName } from '@/lib/list/added-names';
import { cellContent } from './cell-content';
import { useCellEditing } from './cell-editing';
import type { Cell, ColumnHead, RowCells } from './cells';
import type { ColumnChoice } from './column-choice';
import { boxWidth, tableWidths } from './column-widths';
import type { CellEdits } from './edited-cell';
import { HeadRow } from './head-row';
import type { FootLine, GroupHead } from './row-groups';
import { RowLink } from './row-link';
import { SelectBox } from './select-box';
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
				<HeadRow columns={columns} selectable={selectable} choice={choice} />
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
										{cells[place + 1] && (
											<span data-head {...keptName(column.id)}>
												{column.head}
											</span>
										)}
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

/** A function and no component: a page has two hundred of them. */
function drawCell(cell: Cell, { id, head, right, at, isDate }: ColumnHead) {
	return (
		<td key={id} data-right={right} data-at={at} data-none={(isDate && cell === null) || undefined}>
			{right && !at && cell !== null && (
				<span data-head {...keptName(id)}>
					{head}
				</span>
			)}
			{cell !== null && cellContent(cell)}
		</td>
	);
}
