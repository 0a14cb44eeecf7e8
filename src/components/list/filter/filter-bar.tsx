'use client';

import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { AwaitField } from '@/components/ui/await-field';
import { Button } from '@/components/ui/button';
import { PlusIcon, SlidersHorizontalIcon, XIcon } from '@/components/ui/icons';
import { Kbd } from '@/components/ui/kbd';
import { NotLoaded } from '@/components/ui/loaded-when-idle';
import { useShortcuts } from '@/components/ui/use-shortcuts';
import { isShortcut } from '@/lib/browser/keyboard';
import { keptName } from '@/lib/list/added-names';
import type { Where } from '@/lib/list/conditions';
import type { NounForms } from '@/lib/list/list-params';
import { ListLink } from '../list-link';
import { useListNavigation } from '../list-transition';
import type { FilterChip, ShownFilters } from './filter-chips';
import type { FilterChange } from './filter-editing';
import { FilterEditorLazy } from './filter-editor-lazy';
import type { Place } from './filter-edits';
import type { FilteredList, FilterSetup } from './filter-setup';
import { onFilterWanted } from './filter-wanted';
import { useFilterFields } from './use-filter-fields';

export type FilterBarProps = {
	list: FilteredList;
	where: Where;
	/** The same as chips. */
	shown: ShownFilters;
	setup: FilterSetup;
	/** The list's query string. */
	query: string;
	/** How many rows the list has, as it is shown. */
	count: string;
	noun: NounForms;
};

type Opened = { place: Place | null; anchor: HTMLElement | null; field?: string };

/** What a list is filtered by, as chips that are edited with a click, and the way to further filters. */
export function FilterBar({ list, where, shown, setup, query, count, noun }: FilterBarProps) {
	'use no memo';
	const { goTo, pending } = useListNavigation();
	const [draft, setDraft] = useState<FilterChange | null>(null);
	const [editing, setEditing] = useState<Opened | null>(null);
	const [chosenNames, setChosenNames] = useState<Record<string, string>>({});
	const { known, failed } = useFilterFields(list, editing !== null);
	const hasChanged = useRef(false);
	const adder = useRef<HTMLButtonElement>(null);
	const { chips, clear, sets } = draft?.shown ?? shown;
	const keys = useShortcuts();

	// the chips are the address's again once the rows that were asked for last are there
	useEffect(() => {
		if (!pending && !editing) setDraft(null);
	}, [pending, editing]);

	useEffect(() => {
		function onKeyDown(event: KeyboardEvent | globalThis.KeyboardEvent) {
			if (event.key !== 'f' || !(event instanceof globalThis.KeyboardEvent) || !isShortcut(event)) return;
			event.preventDefault();
			setEditing({ place: null, anchor: adder.current });
		}
		document.addEventListener('keydown', onKeyDown);
		return () => document.removeEventListener('keydown', onKeyDown);
	}, []);

	useEffect(
		() =>
			onFilterWanted(({ field, anchor }) => {
				hasChanged.current = false;
				setEditing({ place: null, anchor, field });
			}),
		[],
	);

	function change(next: FilterChange) {
		setDraft(next);
		setChosenNames({ ...chosenNames, ...next.names });
		// one step back from what was ticked together
		goTo(next.query, { sets: next.sets, replace: hasChanged.current });
		hasChanged.current = true;
	}

	function open(place: Place | null, anchor: HTMLElement | null) {
		hasChanged.current = false;
		setEditing({ place, anchor });
	}

	function close(byKey: boolean) {
		if (byKey) (editing?.anchor?.isConnected ? editing.anchor : adder.current)?.focus();
		setEditing(null);
	}

	return (
		<>
			<Button
				ref={adder}
				variant="outline"
				aria-haspopup="dialog"
				aria-expanded={editing?.place === null}
				aria-keyshortcuts={keys ? 'f' : undefined}
				className="sm:border-dashed"
				onClick={(event) => (editing ? close(false) : open(null, event.currentTarget))}
			>
				<PlusIcon className="max-sm:hidden" />
				<SlidersHorizontalIcon className="sm:hidden" />
				<span>Filter</span>
				{keys && (
					<Kbd aria-hidden className="max-sm:hidden pointer-coarse:hidden">
						f
					</Kbd>
				)}
				{chips.length > 0 && <span className="filter-count sm:hidden">{chips.length}</span>}
			</Button>
			{chips.length > 0 && (
				<ul aria-label="Filters" className="filter-chips">
					{chips.map((chip) => (
						<Chip
							key={`${chip.place.group} ${chip.place.index}`}
							{...chip}
							isOpen={editing?.place?.group === chip.place.group && editing.place.index === chip.place.index}
							onOpen={(anchor) => open(chip.place, anchor)}
						/>
					))}
					<li>
						<ListLink href={`?${clear}`} sets={sets} className="filter-clear">
							Clear
						</ListLink>
					</li>
				</ul>
			)}
			{editing &&
				(known ? (
					<FilterEditorLazy
						list={list}
						fields={known.fields}
						where={draft?.where ?? where}
						setup={{ ...setup, names: { ...setup.names, ...chosenNames }, currencies: known.currencies ?? [] }}
						query={query}
						start={editing.place}
						startField={editing.field}
						anchor={editing.anchor}
						count={count}
						noun={noun}
						onChange={change}
						onClose={close}
					/>
				) : failed ? (
					<NotLoaded />
				) : (
					<AwaitField />
				))}
		</>
	);
}

type ChipProps = Omit<FilterChip, 'place'> & {
	isOpen: boolean;
	onOpen: (anchor: HTMLElement) => void;
};

function Chip({ field, label, words, isOpen, before, after, without, onOpen }: ChipProps) {
	function onKeyDown(event: KeyboardEvent<HTMLElement>) {
		if (event.key !== 'Backspace' && event.key !== 'Delete') return;
		event.preventDefault();
		event.currentTarget.querySelector('a')?.click();
	}
	return (
		<li className="filter-chip" onKeyDown={onKeyDown}>
			{before && <span className="filter-join">{before}</span>}
			<span data-chip="" data-open={isOpen || undefined}>
				<button
					type="button"
					aria-haspopup="dialog"
					aria-expanded={isOpen}
					onClick={(event) => onOpen(event.currentTarget)}
				>
					<span {...keptName(field)}>{label}</span>
					<span className="sr-only">: </span>
					<b translate="no" title={words}>
						{words}
					</b>
				</button>
				<ListLink href={`?${without}`} aria-label={`Remove the filter ${label}: ${words}`}>
					<XIcon className="size-3.5" />
				</ListLink>
			</span>
			{after && <span className="filter-join">{after}</span>}
		</li>
	);
}
