import { PickerOptionLine } from '@/components/form/picker/picker-option';
import type { useListbox } from '@/components/form/picker/use-listbox';
import { PlusIcon } from '@/components/ui/icons';
import { TagBadge } from '@/components/ui/tag-badge';
import type { TagLabel } from '../tag';

type TagSuggestionsProps = {
	id: string;
	choices: TagLabel[];
	/** The last of the choices is a tag to be made. */
	creates: boolean;
	note: string | null;
	lineProps: (index: number) => ReturnType<ReturnType<typeof useListbox>['lineProps']>;
};

/** The list under a tag picker's field, which keeps the focus and handles the keys. */
export function TagSuggestions({ id, choices, creates, note, lineProps }: TagSuggestionsProps) {
	return (
		<div className="absolute top-full z-20 mt-1 max-h-72 w-full overflow-y-auto rounded-md border bg-popover p-1 text-popover-foreground shadow-md">
			<div role="listbox" id={id} aria-label="Suggestions">
				{choices.map((choice, index) => (
					<PickerOptionLine key={choice.name} {...lineProps(index)} selected={lineProps(index).active}>
						{creates && index === choices.length - 1 ? (
							<>
								<PlusIcon className="size-4 shrink-0" />
								<span className="wrap-anywhere">
									Create tag “<span translate="no">{choice.name}</span>”
								</span>
							</>
						) : (
							<TagBadge {...choice} className="max-w-full" />
						)}
					</PickerOptionLine>
				))}
			</div>
			{note && <p className="px-2 py-1.5 text-muted-foreground">{note}</p>}
		</div>
	);
}
