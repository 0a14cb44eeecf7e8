'use client';

import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '@/components/ui/button';
import { PlusIcon, SlidersHorizontalIcon, XIcon } from '@/components/ui/icons';
import { Kbd } from '@/components/ui/kbd';
import { useShortcuts } from '@/components/ui/use-shortcuts';
import { isShortcut } from '@/lib/browser/keyboard';
import { type Condition, noConditions, type Where } from '@/lib/list/conditions';
import type { ListFields } from '@/lib/list/list-fields';
import type { NounForms } from '@/lib/list/list-params';
import { filterParams, writeWhere } from '@/lib/list/written-conditions';
import { ListLink } from '../list-link';
import { useListNavigation } from '../list-transition';
import { conditionWords } from './condition-words';
import { FilterEditorLazy } from './filter-editor-lazy';
import { type Place, placesOf, withCondition } from './filter-edits';
import type { FilterSetup } from './filter-setup';

export type FilterBarProps = {
	fields: ListFields;
	where: Where;
	setup: FilterSetup;
	/** The list's query string. */
	query: string;
	/** How many rows the list has, as it is shown. */
	count: string;
	noun: NounForms;
};

/** The query of a list with other conditions, and what else it asks for. */
function queryWith(query: string, fields: ListFields, where: Where): string {
	const params = new URLSearchParams(query);
	for (const name of filterParams(fields)) params.delete(name);
	for (const [name, value] of writeWhere(fields, where)) params.append(name, value);
	return params.toString();
}

/** What a list is filtered by, as chips that are edited with a click, and the way to further filters. */
export function FilterBar({ fields, where, setup, query, count, noun }: FilterBarProps) {
	'use no memo';
	const { goTo, pending } = useListNavigation();
	const [draft, setDraft] = useState<Where | null>(null);
	const [editing, setEditing] = useState<{ place: Place | null; anchor: HTMLElement | null } | null>(null);
	const [chosenNames, setChosenNames] = useState<Record<string, string>>({});
	const hasChanged = useRef(false);
	const adder = useRef<HTMLButtonElement>(null);
	const names = { ...setup.names, ...chosenNames };
	const shown = draft ?? where;
	const keys = useShortcuts();

	// the chips are the address's again once the rows that were asked for last are there
	useEffect(() => {
		if (!pending && !editing) setDraft(null);
	}, [pending, editing]);

	useEffect(() => {
		function onKeyDown(event: KeyboardEvent | globalThis.KeyboardEvent) {
			if (event.key !== 'f' || !(event instanceof globalThis.KeyboardEvent) || !isShortcut(event)) return;
			event.preventDefault();
			// before the next key, which is for what it opens
			flushSync(() => setEditing({ place: null, anchor: adder.current }));
		}
		document.addEventListener('keydown', onKeyDown);
		return () => document.removeEventListener('keydown', onKeyDown);
	}, []);

	function change(next: Where, newNames: Record<string, string> = {}) {
		setDraft(next);
		setChosenNames({ ...chosenNames, ...newNames });
		// one step back from what was ticked together
		goTo(queryWith(query, fields, next), { sets: filterParams(fields), replace: hasChanged.current });
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

	const places = placesOf(shown);
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
				{places.length > 0 && <span className="filter-count sm:hidden">{places.length}</span>}
			</Button>
			{places.length > 0 && (
				<ul aria-label="Filters" className="filter-chips">
					{places.map(({ place, condition }) => (
						<Chip
							key={`${place.group} ${place.index}`}
							label={fields[condition.field]?.label ?? ''}
							words={wordsOf(condition)}
							isOpen={editing?.place?.group === place.group && editing.place.index === place.index}
							before={wordBefore(shown, place)}
							after={closes(shown, place) ? ')' : undefined}
							without={`?${queryWith(query, fields, withCondition(shown, place, null)[0])}`}
							onOpen={(anchor) => open(place, anchor)}
						/>
					))}
					<li>
						<ListLink
							href={`?${queryWith(query, fields, noConditions)}`}
							sets={filterParams(fields)}
							className="filter-clear"
						>
							Clear
						</ListLink>
					</li>
				</ul>
			)}
			{editing && (
				<FilterEditorLazy
					fields={fields}
					where={shown}
					setup={{ ...setup, names }}
					start={editing.place}
					anchor={editing.anchor}
					count={count}
					noun={noun}
					onChange={change}
					onClose={close}
				/>
			)}
		</>
	);

	function wordsOf(condition: Condition): string {
		const field = fields[condition.field];
		return field ? conditionWords(field, condition, { ...setup.style, names }) : '';
	}
}

/** The word that joins a chip to the one before it, where the filters have groups or any of them suffices. */
function wordBefore(where: Where, { group, index }: Place): string | undefined {
	if (where.match === 'all' && where.groups.length === 0) return undefined;
	const isFirst = index === 0 && (group === 0 || (group === 1 && where.conditions.length === 0));
	const isWithin = group > 0 && index > 0;
	const word = isFirst ? '' : (where.match === 'all') === isWithin ? 'or' : 'and';
	const opens = index === 0 && group > 0 && sizeOf(where, group) > 1 ? '(' : '';
	return [word, opens].filter(Boolean).join(' ') || undefined;
}

/** Whether a chip is the last of several in a group. */
const closes = (where: Where, { group, index }: Place) => group > 0 && index > 0 && index === sizeOf(where, group) - 1;

const sizeOf = ({ groups }: Where, group: number) => groups[group - 1]?.length ?? 0;

type ChipProps = {
	label: string;
	words: string;
	isOpen: boolean;
	before: string | undefined;
	after: string | undefined;
	without: string;
	onOpen: (anchor: HTMLElement) => void;
};

function Chip({ label, words, isOpen, before, after, without, onOpen }: ChipProps) {
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
					<span>{label}</span>
					<span className="sr-only">: </span>
					<b translate="no" title={words}>
						{words}
					</b>
				</button>
				<ListLink href={without} aria-label={`Remove the filter ${label}: ${words}`}>
					<XIcon className="size-3.5" />
				</ListLink>
			</span>
			{after && <span className="filter-join">{after}</span>}
		</li>
	);
}
