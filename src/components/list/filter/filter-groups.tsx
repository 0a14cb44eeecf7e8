'use client';

import { NativeSelect } from '@/components/ui/native-select';
import type { Where } from '@/lib/list/conditions';
import type { Editing } from './filter-editing';
import { countParts } from './filter-edits';

type FilterGroupsProps = { where: Where; editing: Editing; onChange: (where: Where) => void };

/** Whether all or any of the filters must match, and the group that a filter belongs to, once there is more than one. */
export function FilterGroups({ where, editing, onChange }: FilterGroupsProps) {
	const { groups, match } = where;
	const { group } = editing.place;
	if (countParts(where) === 0) return null;
	const within = match === 'all' ? 'any of' : 'all of';
	const isNew = group > groups.length;
	return (
		<div className="filter-groups">
			{(countParts(where) > 1 || groups.length > 0) && (
				<NativeSelect
					aria-label="Match"
					value={match}
					onChange={(event) => onChange({ ...where, match: event.target.value === 'any' ? 'any' : 'all' })}
				>
					<option value="all">Match all</option>
					<option value="any">Match any</option>
				</NativeSelect>
			)}
			<NativeSelect aria-label="Group" value={group} onChange={(event) => editing.setGroup(Number(event.target.value))}>
				<option value={0}>No group</option>
				{groups.map((_, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: a group is nothing but its number
					<option key={index} value={index + 1}>{`Group ${index + 1}: ${within}`}</option>
				))}
				{(groups.length < 9 || isNew) && <option value={groups.length + 1}>{`Add group: ${within}`}</option>}
			</NativeSelect>
		</div>
	);
}
