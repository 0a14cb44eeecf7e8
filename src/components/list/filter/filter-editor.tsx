'use client';

import { useState, useSyncExternalStore } from 'react';
import { noConditions, type Where } from '@/lib/list/conditions';
import { filterParams } from '@/lib/list/written-conditions';
import { queryWith, shownFilters } from './filter-chips';
import type { Editing, FilterChange, FilterEditorProps } from './filter-editing';
import { conditionAt, type Place, placeOn, withCondition } from './filter-edits';
import { FilterPopover } from './filter-popover';
import { FilterSheet } from './filter-sheet';

const narrow = '(max-width: 639px)';
const watchWidth = (onChange: () => void) => {
	const media = window.matchMedia(narrow);
	media.addEventListener('change', onChange);
	return () => media.removeEventListener('change', onChange);
};

export type FilterEditorShellProps = Omit<FilterEditorProps, 'onChange'> & {
	/** The list's query string. */
	query: string;
	onChange: (change: FilterChange) => void;
};

/** Edits the filters of a list: beside their button or, on a phone, in a sheet. What is ticked applies at once. */
export function FilterEditor(shell: FilterEditorShellProps) {
	'use no memo';
	const { fields, where, setup, query, start } = shell;
	const props: FilterEditorProps = { ...shell, onChange };
	const isNarrow = useSyncExternalStore(watchWidth, () => window.matchMedia(narrow).matches);
	const [place, setPlace] = useState<Place>(start ?? { group: 0, index: -1 });
	const [field, setField] = useState<string | null>(start ? (conditionAt(where, start)?.field ?? null) : null);
	const condition = conditionAt(where, place);

	const editing: Editing = {
		field,
		place,
		condition: condition?.field === field ? condition : undefined,
		edit: (name) => {
			setField(name);
			setPlace(placeOn(where, place.group, name));
		},
		setGroup: (group) => setPlace(field ? placeOn(where, group, field) : { group, index: -1 }),
		set: (next, names) => {
			const [changed, moved] = withCondition(where, place, next);
			setPlace(moved);
			onChange(changed, names);
		},
		setFor: (name, next) => onChange(withCondition(where, placeOn(where, 0, name), next)[0]),
		clear: () => {
			setPlace({ group: 0, index: -1 });
			onChange(noConditions);
		},
	};

	function onChange(next: Where, names: Record<string, string> = {}) {
		const shown = shownFilters(fields, next, query, { ...setup.style, names: { ...setup.names, ...names } });
		shell.onChange({ where: next, query: queryWith(query, fields, next), sets: filterParams(fields), shown, names });
	}
	return isNarrow ? <FilterSheet {...props} editing={editing} /> : <FilterPopover {...props} editing={editing} />;
}
