'use client';

import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import { columnWidth, type ShownColumn } from '@/lib/list/list-columns';
import type { ColumnHead } from './cells';
import { tableWidths } from './column-widths';

/** How far an arrow key moves an edge, in pixels, and after which pause, in milliseconds, it counts as let go. */
const step = 12;
const pause = 500;

const handles = '[data-resize]';

/**
 * Lets the columns of a table be sized by the right edge of their headings: by dragging, by arrow keys, and by a double click to
 * what the longest cell needs. One listener serves all; the table follows at once, and `onSize` is told when the edge is let go.
 */
export function useColumnSizing(
	frame: RefObject<HTMLDivElement | null>,
	columns: ColumnHead[],
	hasBoxes: boolean,
	onSize: (shown: ShownColumn[]) => void,
) {
	/** The widths that are not among those of `columns` yet, and whether they were handed over. */
	const latest = useRef(new Map<string, { width: number; isSaved: boolean }>());
	// biome-ignore lint/correctness/useExhaustiveDependencies: other columns have what was saved
	useEffect(() => {
		for (const [id, { isSaved }] of latest.current) if (isSaved) latest.current.delete(id);
	}, [columns]);
	const sizedColumns = () =>
		columns.map((column) => ({ ...column, sized: latest.current.get(column.id)?.width ?? column.sized }));
	const preview = useEffectEvent((id: string, width: number) => {
		latest.current.set(id, { width, isSaved: false });
		const table = frame.current?.querySelector('table');
		const widths = tableWidths(sizedColumns(), hasBoxes);
		const cols = table?.querySelectorAll<HTMLElement>('col[data-column]') ?? [];
		for (const [place, col] of cols.entries()) col.style.width = widths.columns[place] ?? '';
		for (const [name, value] of Object.entries(widths.table)) table?.style.setProperty(name, value);
	});
	const save = useEffectEvent(() => {
		onSize(sizedColumns().map(({ id, sized }) => ({ id, ...(sized && { width: sized }) })));
		for (const [id, { width }] of latest.current) latest.current.set(id, { width, isSaved: true });
	});
	const fitting = useEffectEvent((id: string) =>
		fittingWidth(
			frame.current,
			columns.findIndex((each) => each.id === id),
		),
	);

	useEffect(() => {
		const element = frame.current;
		if (!element) return;
		let timer: ReturnType<typeof setTimeout> | undefined;
		const handleOf = ({ target }: Event) => (target instanceof Element ? target.closest<HTMLElement>(handles) : null);
		const show = (handle: HTMLElement, width: number) => {
			const to = columnWidth(width);
			handle.ariaValueNow = String(to);
			preview(handle.dataset.resize ?? '', to);
			return to;
		};
		const onPointerDown = (event: PointerEvent) => {
			const handle = handleOf(event);
			if (!handle || event.button !== 0) return;
			event.preventDefault();
			handle.focus();
			handle.setPointerCapture(event.pointerId);
			const begin = widthOf(handle);
			let width = begin;
			const onMove = (moved: PointerEvent) => {
				width = show(handle, begin + moved.clientX - event.clientX);
			};
			const onEnd = () => {
				handle.removeEventListener('pointermove', onMove);
				if (width !== begin) save();
			};
			handle.addEventListener('pointermove', onMove);
			handle.addEventListener('lostpointercapture', onEnd, { once: true });
		};
		const onDoubleClick = (event: MouseEvent) => {
			const handle = handleOf(event);
			const id = handle?.dataset.resize;
			if (!handle || !id) return;
			show(handle, fitting(id));
			save();
		};
		const onKeyDown = (event: KeyboardEvent) => {
			const handle = handleOf(event);
			const by = event.key === 'ArrowLeft' ? -step : event.key === 'ArrowRight' ? step : null;
			const id = handle?.dataset.resize;
			if (!handle || !id || (!by && event.key !== 'Enter')) return;
			event.preventDefault();
			show(handle, by ? widthOf(handle) + by : fitting(id));
			clearTimeout(timer);
			timer = setTimeout(() => save(), pause);
		};
		element.addEventListener('pointerdown', onPointerDown);
		element.addEventListener('dblclick', onDoubleClick);
		element.addEventListener('keydown', onKeyDown);
		return () => {
			element.removeEventListener('pointerdown', onPointerDown);
			element.removeEventListener('dblclick', onDoubleClick);
			element.removeEventListener('keydown', onKeyDown);
		};
	}, [frame]);
}

const widthOf = (handle: HTMLElement) => Math.round(handle.closest('th')?.getBoundingClientRect().width ?? 0);

/** The width in which no cell of a column is cut off. */
function fittingWidth(frame: HTMLElement | null, place: number): number {
	const rows = [...(frame?.querySelectorAll('thead tr, [data-row]') ?? [])];
	const needed = rows.map((row) => {
		const cell = [...row.children].filter((each) => !each.hasAttribute('data-box'))[place];
		const content = cell?.firstElementChild;
		if (!(cell instanceof HTMLElement) || !(content instanceof HTMLElement)) return 0;
		return cell.offsetWidth - content.clientWidth + content.scrollWidth;
	});
	return Math.max(0, ...needed) + 1;
}
