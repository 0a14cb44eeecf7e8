'use client';

import { useState, useSyncExternalStore } from 'react';
import { toast } from '@/components/ui/toast';
import { noConditions, type Where } from '@/lib/list/conditions';
import { isReadWhole } from '@/lib/list/narrowed-where';
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
	onChange: (change: FilterChange) => void;
};

/** Edits the filters of a list: beside their button or, on a phone, in a sheet. What is ticked applies at once. */
export function FilterEditor(shell: FilterEditorShellProps) {
	'use no memo';
	const { fields, where, setup, query, start, startField } = shell;
	const props: FilterEditorProps = { ...shell, onChange: (next, names) => void onChange(next, names) };
	const isNarrow = useSyncExternalStore(watchWidth, () => window.matchMedia(narrow).matches);
	const [place, setPlace] = useState<Place>(
		() => start ?? (startField ? placeOn(where, 0, startField) : { group: 0, index: -1 }),
	);
	const [field, setField] = useState<string | null>(() => {
		if (start) return conditionAt(where, start)?.field ?? null;
		return startField && fields[startField] ? startField : null;
	});
	const [refusals, setRefusals] = useState(0);
	const condition = conditionAt(where, place);

	const editing: Editing = {
		field,
		place,
		condition: condition?.field === field ? condition : undefined,
		refusals,
		open: (to) => {
			setField(conditionAt(where, to)?.field ?? null);
			setPlace(to);
		},
		edit: (name, group = place.group) => {
			setField(name);
			setPlace(placeOn(where, group, name));
		},
		setGroup: (group) => setPlace(field ? placeOn(where, group, field) : { group, index: -1 }),
		set: (next, names) => {
			const [changed, moved] = withCondition(where, place, next);
			if (onChange(changed, names)) setPlace(moved);
		},
		setFor: (name, next) => void onChange(withCondition(where, placeOn(where, 0, name), next)[0]),
		clear: () => {
			setPlace({ group: 0, index: -1 });
			onChange(noConditions);
		},
	};

	/** Whether a change applies: an address has room for so many conditions. */
	function onChange(next: Where, names: Record<string, string> = {}): boolean {
		if (!isReadWhole(fields, next, true)) {
			setRefusals(refusals + 1);
			toast.error('Too many filters for one list. Remove one, then try again.');
			return false;
		}
		const shown = shownFilters(fields, next, query, { ...setup.style, names: { ...setup.names, ...names } });
		shell.onChange({ where: next, query: queryWith(query, fields, next), sets: filterParams(fields), shown, names });
		return true;
	}
	return isNarrow ? <FilterSheet {...props} editing={editing} /> : <FilterPopover {...props} editing={editing} />;
}
