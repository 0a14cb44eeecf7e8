'use client';

import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { PickerOptionLine } from '@/components/form/picker/picker-option';
import { useListbox } from '@/components/form/picker/use-listbox';
import { AnchoredPopover } from '@/components/ui/anchored-popover';
import { Button } from '@/components/ui/button';
import { ChevronRightIcon } from '@/components/ui/icons';
import { Input } from '@/components/ui/input';
import { keptName } from '@/lib/list/added-names';
import { fold } from '@/lib/list/search';
import { useListNavigation } from '../list-transition';
import type { Editing, FilterEditorProps } from './filter-editing';
import { FilterPane } from './filter-pane';

/** The fields at the left, the operators and values of one of them at the right. */
export function FilterPopover(props: FilterEditorProps & { editing: Editing }) {
	'use no memo';
	const { fields, start, startField, anchor, count, noun, editing, onClose } = props;
	const { pending } = useListNavigation();
	// a chip that was edited away leaves the popover where it was
	const [anchored] = useState({ current: anchor });
	const pane = useRef<HTMLDivElement>(null);
	const [text, setText] = useState('');
	const found = Object.keys(fields).filter((name) => fold(fields[name]?.label ?? '').includes(fold(text.trim())));
	const names = found.length > 0 ? found : [];
	const listbox = useListbox({ staysOpen: true, firstActive: Math.max(0, names.indexOf(editing.field ?? '')) });

	// who opens a chip means its values
	const isOpenedAt = start !== null || startField !== undefined;
	useEffect(() => {
		if (isOpenedAt) pane.current?.querySelector<HTMLElement>('[data-first]')?.focus();
	}, [isOpenedAt]);

	function take(index: number) {
		const name = names[index];
		if (name === undefined) return;
		// the next key is for its value already
		flushSync(() => editing.edit(name));
		const value = pane.current?.querySelector<HTMLElement>('[data-first]');
		(value ?? pane.current?.querySelector<HTMLElement>('input, select'))?.focus();
	}

	function onSearchKey(event: KeyboardEvent<HTMLInputElement>) {
		if (event.key !== 'ArrowRight' || text !== '') return;
		event.preventDefault();
		take(listbox.active);
	}

	const input = listbox.inputProps(names.length, take);
	return (
		<AnchoredPopover
			anchor={anchored}
			label="Filter"
			open
			onClose={onClose}
			className="h-110 max-h-[calc(100dvh-1rem)] w-128 max-w-[calc(100vw-1rem)] overflow-hidden p-0 open:flex"
		>
			<div className="filter-fields">
				<Input
					{...input}
					aria-label="Filter by"
					placeholder="Filter by"
					value={text}
					maxLength={100}
					onChange={(event) => {
						setText(event.target.value);
						listbox.reopen();
					}}
					onKeyDown={(event) => {
						onSearchKey(event);
						input.onKeyDown(event);
					}}
				/>
				<div role="listbox" id={listbox.id} aria-label="Fields">
					{names.map((name, index) => (
						<PickerOptionLine key={name} selected={name === editing.field} {...listbox.lineProps(index, take)}>
							<span className="grow truncate" {...keptName(name)}>
								{fields[name]?.label}
							</span>
							<ChevronRightIcon className="size-4 text-muted-foreground" />
						</PickerOptionLine>
					))}
				</div>
				{names.length === 0 && (
					<p role="status" className="p-2 text-muted-foreground">
						No matching fields
					</p>
				)}
			</div>
			<div ref={pane} className="filter-pane">
				<FilterPane {...props} onDone={() => onClose(true)} />
				<div className="filter-foot">
					<p role="status" aria-busy={pending} className="grow text-muted-foreground">
						<span className="tabular-nums">{count}</span>{' '}
						<span>{count === '1' ? `${noun[0]} matches` : `${noun[1]} match`}</span>
					</p>
					<Button size="sm" onClick={() => onClose(true)}>
						Done
					</Button>
				</div>
			</div>
		</AnchoredPopover>
	);
}
