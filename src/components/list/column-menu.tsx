'use client';

import { useEffect, useRef } from 'react';
import {
	DropdownMenu,
	DropdownMenuAnchor,
	DropdownMenuContent,
	DropdownMenuItem,
	DropdownMenuSeparator,
	focusFirst,
} from '@/components/ui/dropdown-menu';
import {
	ArrowDownIcon,
	ArrowUpIcon,
	ChevronLeftIcon,
	ChevronRightIcon,
	EyeOffIcon,
	ListIcon,
	SlidersHorizontalIcon,
} from '@/components/ui/icons';
import { placeParams } from '@/lib/list/list-meaning';
import type { ColumnHead } from './cells';
import type { ColumnChoice } from './column-choice';
import { wantFilter } from './filter/filter-wanted';
import { useListNavigation } from './list-transition';
import { useColumns } from './use-columns';

type ColumnMenuProps = { column: ColumnHead; choice: ColumnChoice; onClose: () => void };

/** What can be done with a column: the order of the rows, their groups and filters by it, and its own place. */
export function ColumnMenu({ column: { id, head, adds }, choice, onClose }: ColumnMenuProps) {
	const { shown, groups, group, unfiltered, query } = choice;
	const { goTo } = useListNavigation();
	const show = useColumns(choice);
	const anchor = useRef<HTMLSpanElement>(null);
	/** The button that opened it, and the one before it, which has the focus where the column is hidden. */
	const buttons = useRef<{ own: HTMLElement | null; before: HTMLElement | null }>({ own: null, before: null });
	const leadsTo = useRef<'own' | 'before' | 'filter'>('own');
	useEffect(() => {
		const heading = anchor.current?.closest('th');
		const buttonIn = (element: Element | null | undefined) =>
			element?.querySelector<HTMLElement>('[data-column-menu]') ?? null;
		buttons.current = { own: buttonIn(heading), before: buttonIn(heading?.previousElementSibling) };
	}, []);
	const place = shown.findIndex((each) => each.id === id);
	const sort = adds?.split('.')[0];
	const canMove = { left: place > 1, right: place > 0 && place < shown.length - 1 };

	function ask(name: 'sort' | 'group', value: string) {
		const params = new URLSearchParams(query);
		for (const each of placeParams) params.delete(each);
		params.set(name, value);
		goTo(params.toString(), { sets: [name] });
	}

	function move(by: -1 | 1) {
		const [moved] = shown.slice(place, place + 1);
		if (moved) show(shown.toSpliced(place, 1).toSpliced(place + by, 0, moved));
	}

	return (
		<DropdownMenu open onOpenChange={(open) => open || onClose()}>
			<DropdownMenuAnchor ref={anchor} />
			<DropdownMenuContent
				ref={focusFirst}
				align="start"
				aria-label={`Column menu: ${head}`}
				aria-labelledby={undefined}
				onCloseAutoFocus={(event) => {
					event.preventDefault();
					const { own, before } = buttons.current;
					if (leadsTo.current === 'filter') wantFilter({ field: id, anchor: own });
					else (leadsTo.current === 'own' ? own : before)?.focus({ preventScroll: true });
				}}
			>
				{sort && (
					<>
						<DropdownMenuItem onSelect={() => ask('sort', `${sort}.asc`)}>
							<ArrowUpIcon /> Sort ascending
						</DropdownMenuItem>
						<DropdownMenuItem onSelect={() => ask('sort', `${sort}.desc`)}>
							<ArrowDownIcon /> Sort descending
						</DropdownMenuItem>
						<DropdownMenuSeparator />
					</>
				)}
				{!unfiltered.includes(id) && (
					<DropdownMenuItem
						onSelect={() => {
							leadsTo.current = 'filter';
						}}
					>
						<SlidersHorizontalIcon /> Filter by this column
					</DropdownMenuItem>
				)}
				{groups.some((each) => each.id === id) && (
					<DropdownMenuItem onSelect={() => ask('group', group === id ? '' : id)}>
						<ListIcon /> {group === id ? 'Remove groups' : 'Group by this column'}
					</DropdownMenuItem>
				)}
				{place > 0 && <DropdownMenuSeparator />}
				{canMove.left && (
					<DropdownMenuItem onSelect={() => move(-1)}>
						<ChevronLeftIcon /> Move left
					</DropdownMenuItem>
				)}
				{canMove.right && (
					<DropdownMenuItem onSelect={() => move(1)}>
						<ChevronRightIcon /> Move right
					</DropdownMenuItem>
				)}
				{place > 0 && (
					<DropdownMenuItem
						onSelect={() => {
							leadsTo.current = 'before';
							show(shown.filter((each) => each.id !== id));
						}}
					>
						<EyeOffIcon /> Hide column
					</DropdownMenuItem>
				)}
			</DropdownMenuContent>
		</DropdownMenu>
	);
}
