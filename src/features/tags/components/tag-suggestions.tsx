import { Plus } from 'lucide-react';
import { TagBadge } from '@/components/ui/tag-badge';
import { cn } from '@/lib/cn';
import type { TagLabel } from '../tag';

type TagSuggestionsProps = {
	id: string;
	choices: TagLabel[];
	/** The last of the choices is a tag to be made. */
	creates: boolean;
	active: number;
	note: string | null;
	onPoint: (choice: TagLabel) => void;
	onChoose: (choice: TagLabel) => void;
};

/** The list under a tag picker's field, which keeps the focus and handles the keys. */
export function TagSuggestions({ id, choices, creates, active, note, onPoint, onChoose }: TagSuggestionsProps) {
	return (
		<div className="absolute top-full z-20 mt-1 max-h-72 w-full overflow-y-auto rounded-md border bg-popover p-1 text-popover-foreground shadow-md">
			<div role="listbox" id={id} aria-label="Suggestions">
				{choices.map((choice, index) => (
					// biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys
					<div
						key={choice.name}
						id={`${id}-${index}`}
						role="option"
						tabIndex={-1}
						aria-selected={index === active}
						className={cn(
							'flex min-h-9 cursor-pointer items-center gap-2 rounded-sm px-2 py-1 pointer-coarse:min-h-10',
							index === active && 'bg-accent text-accent-foreground',
						)}
						onPointerDown={(event) => event.preventDefault()}
						onPointerMove={() => onPoint(choice)}
						onClick={() => onChoose(choice)}
					>
						{creates && index === choices.length - 1 ? (
							<>
								<Plus aria-hidden className="size-4 shrink-0" />
								<span className="wrap-anywhere">Create tag “{choice.name}”</span>
							</>
						) : (
							<TagBadge {...choice} className="max-w-full" />
						)}
					</div>
				))}
			</div>
			{note && <p className="px-2 py-1.5 text-muted-foreground">{note}</p>}
		</div>
	);
}
