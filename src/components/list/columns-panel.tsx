'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import { AnchoredPopover } from '@/components/ui/anchored-popover';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { NativeSelect } from '@/components/ui/native-select';
import { keptName } from '@/lib/list/added-names';
import type { ShownColumn } from '@/lib/list/list-columns';
import { fold } from '@/lib/list/search';
import { CarriedLines } from './carried-lines';
import type { ColumnChoice } from './column-choice';
import { ColumnLine } from './column-line';
import { useListNavigation } from './list-transition';
import { useColumns } from './use-columns';

export type ColumnsPanelProps = {
	choice: ColumnChoice;
	anchor: RefObject<HTMLElement | null>;
	onClose: (byKey: boolean) => void;
};

/** Which columns a list shows, and in which order. Each change takes effect at once. */
export function ColumnsPanel({ choice, anchor, onClose }: ColumnsPanelProps) {
	const { all, usual, isInAddress } = choice;
	const change = useColumns(choice);
	const { goTo } = useListNavigation();
	// at once, whenever the rows come
	const [shown, setShown] = useState(choice.shown);
	const [sought, setSought] = useState('');
	const [said, say] = useState('');
	const headOf = (id: string) => all.find((column) => column.id === id)?.head ?? '';
	const isSought = ({ id }: { id: string }) => fold(headOf(id)).includes(fold(sought.trim()));
	const hidden = all.filter(({ id }) => !shown.some((column) => column.id === id));
	const [first, ...others] = shown;
	const body = useRef<HTMLDivElement>(null);
	const list = useRef<HTMLUListElement>(null);
	const changed = useRef<string | null>(null);
	// a line that has moved is another element, or loses the focus on its way
	// biome-ignore lint/correctness/useExhaustiveDependencies: with the lines
	useEffect(() => {
		body.current?.querySelector<HTMLElement>(`[data-column="${changed.current}"]`)?.focus();
		changed.current = null;
	}, [shown]);

	function show(columns: ShownColumn[], id: string) {
		changed.current = id;
		setShown(columns);
		change(columns);
	}

	function move(id: string, to: number) {
		const from = shown.findIndex((column) => column.id === id);
		const place = Math.min(Math.max(to, 1), shown.length - 1);
		if (from < 1 || place === from) return;
		const moved = shown.toSpliced(from, 1);
		const [column] = shown.slice(from, from + 1);
		if (!column) return;
		show(moved.toSpliced(place, 0, column), id);
		say(`${headOf(id)}, column ${place + 1} of ${shown.length}`);
	}

	return (
		<AnchoredPopover anchor={anchor} label="Columns" open onClose={onClose} className="w-68 p-0">
			<div className="flex items-center justify-between gap-2 px-3 pt-2">
				<h2 className="font-semibold">Columns</h2>
				<Button
					variant="ghost"
					size="sm"
					onClick={() => {
						setShown(usual);
						change(null);
						say('Columns reset');
					}}
				>
					Reset
				</Button>
			</div>
			<div className="p-2">
				<Input
					type="search"
					aria-label="Find a column"
					placeholder="Find a column"
					value={sought}
					maxLength={100}
					onChange={(event) => setSought(event.target.value)}
				/>
			</div>
			<div ref={body} className="max-h-[min(26rem,60dvh)] overflow-y-auto overscroll-contain px-1 pb-1">
				<CarriedLines
					list={list}
					scroller={body}
					onDrop={(id, onto) =>
						move(
							id,
							shown.findIndex((column) => column.id === onto),
						)
					}
				>
					<ul ref={list} aria-label="Shown columns">
						{first && isSought(first) && <ColumnLine id={first.id} head={headOf(first.id)} isShown isFixed />}
						{others.filter(isSought).map(({ id }) => (
							<ColumnLine
								key={id}
								id={id}
								head={headOf(id)}
								isShown
								onMove={(by) => move(id, shown.findIndex((column) => column.id === id) + by)}
								onToggle={() =>
									show(
										shown.filter((column) => column.id !== id),
										id,
									)
								}
							/>
						))}
					</ul>
				</CarriedLines>
				{hidden.some(isSought) && (
					<>
						<h3 className="px-2 pt-2 pb-1 text-muted-foreground text-xs">Hidden</h3>
						<ul aria-label="Hidden columns">
							{hidden.filter(isSought).map(({ id, head }) => (
								<ColumnLine
									key={id}
									id={id}
									head={head}
									isShown={false}
									onToggle={() => show([...shown, { id }], id)}
								/>
							))}
						</ul>
					</>
				)}
				{!all.some(isSought) && <p className="px-2 py-1.5 text-muted-foreground">No matching columns</p>}
			</div>
			{choice.groups.length > 0 && (
				<div className="border-t p-2">
					<NativeSelect
						aria-label="Group by"
						value={choice.group}
						onChange={(event) => {
							const params = new URLSearchParams(choice.query);
							params.set('group', event.target.value);
							goTo(params.toString(), { sets: ['group'] });
						}}
					>
						<option value="">No groups</option>
						{choice.groups.map(({ id, head }) => (
							<option key={id} value={id} {...keptName(id)}>
								Group by {head}
							</option>
						))}
					</NativeSelect>
				</div>
			)}
			<p className="border-t px-3 py-2 text-muted-foreground text-xs">
				{isInAddress
					? 'Save the view to keep these columns.'
					: 'Saved in this browser. Save a view to keep them there.'}
			</p>
			<p role="status" className="sr-only">
				{said}
			</p>
		</AnchoredPopover>
	);
}
