import type { Editing, FilterEditorProps } from './filter-editing';
import { FilterField } from './filter-field';
import { FilterGroups } from './filter-groups';
import { useOptionCounts } from './use-option-counts';

type FilterPaneProps = Pick<FilterEditorProps, 'list' | 'query' | 'fields' | 'where' | 'setup' | 'onChange'> & {
	editing: Editing;
	/** Enter in a field of one line. */
	onDone: () => void;
};

/** The operators and values of the field that is edited, and the group that its condition belongs to. */
export function FilterPane(props: FilterPaneProps) {
	'use no memo';
	const { fields, where, setup, editing, onChange, onDone } = props;
	const counts = useOptionCounts(props, editing);
	const field = editing.field === null ? undefined : fields[editing.field];
	return (
		<>
			{field && editing.field !== null ? (
				<FilterField
					// what was refused is not shown as if it applied
					key={`${editing.field} ${editing.place.group} ${editing.refusals}`}
					name={editing.field}
					field={field}
					condition={editing.condition}
					setup={setup}
					counts={counts}
					onChange={editing.set}
					onDone={onDone}
				/>
			) : (
				<p className="p-3 text-muted-foreground">Select a field.</p>
			)}
			<FilterGroups where={where} editing={editing} onChange={onChange} />
		</>
	);
}
