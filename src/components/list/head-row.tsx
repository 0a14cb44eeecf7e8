'use client';

import { type MouseEvent, type ReactNode, useDeferredValue, useState } from 'react';
import { ArrowDownIcon, ArrowUpIcon, ChevronDownIcon } from '@/components/ui/icons';
import { keptName } from '@/lib/list/added-names';
import { columnWidths } from '@/lib/list/list-columns';
import type { ColumnHead } from './cells';
import type { ColumnChoice } from './column-choice';
import { ColumnMenuLazy } from './column-menu-lazy';
import { ListLink } from './list-link';
import { SelectBox } from './select-box';

type HeadRowProps = { columns: ColumnHead[]; selectable: boolean; choice: ColumnChoice };

/**
 * The headings of a table, each a link that sorts, an edge that sizes, and a menu, by its button or a click with the right button. The
 * buttons are no part of what is sent.
 */
export function HeadRow({ columns, selectable, choice }: HeadRowProps) {
	const hasMenus = useDeferredValue(true, false);
	const [open, setOpen] = useState<string | null>(null);
	const buttonOf = ({ target }: MouseEvent) =>
		target instanceof Element ? target.closest('th')?.querySelector<HTMLElement>('[data-column-menu]') : null;

	function toggle(event: MouseEvent) {
		const id = buttonOf(event)?.dataset.columnMenu;
		if (id === undefined) return;
		event.preventDefault();
		setOpen(open === id ? null : id);
	}
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: hears for the buttons in it
		<thead
			onClick={(event) => {
				if (event.target instanceof Element && event.target.closest('[data-column-menu]')) toggle(event);
			}}
			onContextMenu={toggle}
		>
			<tr>
				{selectable && (
					<th scope="col" data-box>
						<SelectBox label="Select all rows on this page" />
					</th>
				)}
				{columns.map((column, place) => (
					<Head
						key={column.id}
						{...column}
						isName={place === 0}
						menu={
							hasMenus && (
								<>
									<button
										type="button"
										aria-label={`Column menu: ${column.head}`}
										aria-haspopup="menu"
										aria-expanded={open === column.id}
										data-column-menu={column.id}
									>
										<ChevronDownIcon className="size-3.5" />
									</button>
									{open === column.id && (
										<ColumnMenuLazy column={column} choice={choice} onClose={() => setOpen(null)} />
									)}
								</>
							)
						}
					/>
				))}
			</tr>
		</thead>
	);
}

type HeadProps = ColumnHead & { isName: boolean; menu: ReactNode };

function Head({ id, head, right, href, adds, sorted, place, isName, width, sized, menu }: HeadProps) {
	const Arrow = sorted === 'descending' ? ArrowDownIcon : ArrowUpIcon;
	return (
		<th scope="col" aria-label={head} data-right={right} data-name={isName || undefined} aria-sort={sorted}>
			{href ? (
				<ListLink href={href} sets={['sort']} data-adds={adds} {...keptName(id)}>
					{head}
					{sorted && <Arrow className="size-3.5" />}
					{place && <span className="tabular-nums">{place}</span>}
				</ListLink>
			) : (
				<span {...keptName(id)}>{head}</span>
			)}
			{menu}
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
