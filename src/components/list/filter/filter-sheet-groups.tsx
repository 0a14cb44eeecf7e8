import { Button } from '@/components/ui/button';
import { XIcon } from '@/components/ui/icons';
import { NativeSelect } from '@/components/ui/native-select';
import type { Condition, Where } from '@/lib/list/conditions';
import { type Place, withCondition, withoutGroup } from './filter-edits';
import { FilterRow } from './filter-row';

type FilterSheetGroupsProps = {
	where: Where;
	/** What a condition is called, and says. */
	wordsOf: (condition: Condition) => { field: string; label: string; words: string };
	onOpen: (place: Place) => void;
	onChange: (where: Where) => void;
};

/** Whether all or any of the filters of a sheet must match, and its groups, each with its filters. */
export function FilterSheetGroups({ where, wordsOf, onOpen, onChange }: FilterSheetGroupsProps) {
	const { match, conditions, groups } = where;
	return (
		<>
			{conditions.length + groups.length > 1 && (
				<NativeSelect
					aria-label="Match"
					className="my-2"
					value={match}
					onChange={(event) => onChange({ ...where, match: event.target.value === 'any' ? 'any' : 'all' })}
				>
					<option value="all">Match all</option>
					<option value="any">Match any</option>
				</NativeSelect>
			)}
			{groups.map((group, index) => {
				const name = `Group ${index + 1}: ${match === 'all' ? 'any of' : 'all of'}`;
				return (
					// biome-ignore lint/suspicious/noArrayIndexKey: a group is nothing but its number
					<section key={index} aria-label={name} className="filter-group">
						<header>
							<h3>{name}</h3>
							<Button variant="ghost" size="sm" onClick={() => onChange(withoutGroup(where, index + 1))}>
								Remove group
							</Button>
						</header>
						{group.map((condition, at) => {
							const place = { group: index + 1, index: at };
							const { field, label, words } = wordsOf(condition);
							return (
								<div key={`${condition.field} ${words}`}>
									<FilterRow field={field} label={label} words={words} onOpen={() => onOpen(place)} />
									<Button
										variant="ghost"
										size="icon"
										aria-label={`Remove the filter ${label}: ${words}`}
										onClick={() => onChange(withCondition(where, place, null)[0])}
									>
										<XIcon />
									</Button>
								</div>
							);
						})}
					</section>
				);
			})}
		</>
	);
}
