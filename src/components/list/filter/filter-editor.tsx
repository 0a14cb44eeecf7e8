'use client';

import { useState, useSyncExternalStore } from 'react';
import { noConditions } from '@/lib/list/conditions';
import type { Editing, FilterEditorProps } from './filter-editing';
import { conditionAt, type Place, placeOn, withCondition } from './filter-edits';
import { FilterPopover } from './filter-popover';
import { FilterSheet } from './filter-sheet';

const narrow = '(max-width: 639px)';
const watchWidth = (onChange: () => void) => {
	const media = window.matchMedia(narrow);
	media.addEventListener('change', onChange);
	return () => media.removeEventListener('change', onChange);
};

/** Edits the filters of a list: beside their button or, on a phone, in a sheet. What is ticked applies at once. */
export function FilterEditor(props: FilterEditorProps) {
	'use no memo';
	const { where, start, onChange } = props;
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
	return isNarrow ? <FilterSheet {...props} editing={editing} /> : <FilterPopover {...props} editing={editing} />;
}
