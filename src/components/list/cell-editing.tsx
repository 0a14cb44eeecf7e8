'use client';

import { useEffect, useEffectEvent, useOptimistic, useRef, useState } from 'react';
import type { FieldDraft, Property } from '@/components/form/in-place/property';
import { useKeptFocus } from '@/components/ui/use-kept-focus';
import { placeInList } from '@/lib/browser/place-in-list';
import { focusedElement } from '@/lib/browser/type-ahead';
import { CellEditorLazy } from './cell-editor-lazy';
import type { Cell, ColumnHead, RowCells } from './cells';
import type { Again, CellEdits, EditedCell } from './edited-cell';

type Change = { id: string; field: string; cell: Cell };

/**
 * Lets the cells of a table be edited: a double click on one, or F2 in its row. One listener serves all of them, and whatever is
 * needed beyond that comes when the browser is idle. A new value is shown at once.
 */
export function useCellEditing(columns: ColumnHead[], saved: RowCells[], edits: CellEdits | undefined) {
	const frame = useRef<HTMLDivElement>(null);
	const [edited, setEdited] = useState<EditedCell | null>(null);
	useKeptFocus(frame);
	const [rows, show] = useOptimistic(saved, (all, { id, field, cell }: Change) => {
		const at = columns.findIndex((column) => column.field === field);
		return all.map((row) => (row[0] === id ? (row.with(at + 1, cell) as RowCells) : row));
	});
	const latest = useRef<EditedCell | null>(null);
	useEffect(() => {
		latest.current = edited;
	}, [edited]);
	/** The cells of a row that can be edited, in their order. */
	function cellsOf(row: Element | null | undefined): EditedCell[] {
		const cells = [...(row?.querySelectorAll<HTMLElement>('td:not([data-box])') ?? [])];
		const id = row?.querySelector('[data-row-link] a')?.getAttribute('href')?.split('/').at(-1);
		return cells.flatMap((element, at) => {
			const field = columns[at]?.field;
			return id && field && element.offsetParent ? [{ id, field, element }] : [];
		});
	}

	/** Edits the cell around an element or, where that is no cell to edit, with `orFirst` the first one of its row. */
	const start = useEffectEvent((from: Element | null, orFirst: boolean): boolean => {
		const cells = edits ? cellsOf(from?.closest('[data-row]')) : [];
		const cell = cells.find(({ element }) => element.contains(from)) ?? (orFirst ? cells[0] : undefined);
		if (cell) setEdited(cell);
		return cell !== undefined;
	});

	useEffect(() => {
		const element = frame.current;
		if (!element) return;
		const onKeyDown = (event: KeyboardEvent) => {
			const focused = focusedElement();
			if (event.key !== 'F2' || event.defaultPrevented || !element.contains(focused)) return;
			if (start(focused, true)) event.preventDefault();
		};
		const onDoubleClick = (event: MouseEvent) => {
			const { target } = event;
			if (!(target instanceof Element) || target.closest('a, button, input, [popover]')) return;
			if (!start(target, false)) return;
			// the panel that the first click has opened goes again
			event.preventDefault();
			window.getSelection()?.removeAllRanges();
		};
		document.addEventListener('keydown', onKeyDown);
		element.addEventListener('dblclick', onDoubleClick);
		return () => {
			document.removeEventListener('keydown', onKeyDown);
			element.removeEventListener('dblclick', onDoubleClick);
		};
	}, []);

	function leave(from: EditedCell, by: number) {
		const row = from.element.closest('[data-row]');
		const cells = cellsOf(row);
		const next = by === 0 ? undefined : cells[cells.findIndex(({ field }) => field === from.field) + by];
		setEdited(next ?? null);
		const link = row?.querySelector<HTMLElement>('[data-row-link] a');
		// the row may be gone by then, where a filter leaves it out
		return next || !link ? () => {} : placeInList(link);
	}

	/** Opens a cell with what could not be saved, unless its user has turned to something else. */
	function reopen(cell: EditedCell): boolean {
		const focused = focusedElement();
		const isFree = !focused || cell.element.closest('[data-row]')?.contains(focused);
		if (latest.current || !isFree || !cell.element.isConnected) return false;
		setEdited(cell);
		return true;
	}

	const editor = edited && edits && (
		<CellEditorLazy
			key={`${edited.id} ${edited.field} ${edited.again ? 'again' : ''}`}
			cell={edited}
			edits={edits}
			onShow={(property: Property, draft: FieldDraft) => show({ ...edited, cell: cellOf(property, draft) })}
			onLeave={(by: number) => leave(edited, by)}
			onAgain={(again: Again) => reopen({ ...edited, again })}
			onEdit={(again: Again) => setEdited({ ...edited, again })}
		/>
	);
	return { frame, rows, editor };
}

/** What stands in a cell until the server has answered. */
function cellOf({ field, editor }: Property, { value, text, tags, points = [] }: FieldDraft): Cell {
	if (tags) return tags.length > 0 ? { tags } : null;
	if (editor.as === 'points') {
		const [main] = points;
		if (!main) return null;
		return field === 'email' ? { email: main.value } : { phone: main.value };
	}
	const shown = text ?? value;
	if (field === 'name') return shown;
	return shown === '' ? null : editor.as === 'line' && !editor.numeric ? { own: shown } : shown;
}
