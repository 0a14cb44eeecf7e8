import { ChevronRightIcon } from '@/components/ui/icons';
import { keptName } from '@/lib/list/added-names';

type FilterRowProps = {
	/** The field's name in addresses, and what it is called. */
	field: string;
	label: string;
	/** What is asked of the field; nothing where it is not filtered by. */
	words?: string | undefined;
	onOpen: () => void;
};

/** A field of a sheet of filters, and the way to its values. */
export function FilterRow({ field, label, words, onOpen }: FilterRowProps) {
	return (
		<button type="button" className="filter-row" onClick={onOpen}>
			<span {...keptName(field)}>{label}</span>
			<span className="truncate text-muted-foreground" translate={words === undefined ? undefined : 'no'}>
				{words ?? 'Any'}
			</span>
			<ChevronRightIcon className="size-4 shrink-0" />
		</button>
	);
}
