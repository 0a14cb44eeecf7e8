import type { useListbox } from '@/components/form/picker/use-listbox';
import type { LineGroup, PanelLine } from '../search-lines';
import { SearchLine } from './search-line';

type FoundListProps = {
	id: string;
	label: string;
	groups: LineGroup[];
	/** What was searched for, to be marked. */
	marks: readonly string[];
	/** Whether the lines are those of an earlier text. */
	busy: boolean;
	lineProps: ReturnType<typeof useListbox>['lineProps'];
	onTake: (line: PanelLine) => void;
	/** Opens a line's record in the side panel, where lines are records. */
	onPeek?: (line: PanelLine) => void;
	onLeave: () => void;
};

/** The lines to choose from below the box's input, in groups. */
export function FoundList({ id, label, groups, marks, busy, lineProps, onTake, onPeek, onLeave }: FoundListProps) {
	return (
		<div
			id={id}
			role="listbox"
			aria-label={label}
			aria-busy={busy}
			className="min-h-0 overflow-y-auto overscroll-contain p-2 empty:hidden"
		>
			{groups.map(({ title, lines, start }) => (
				// biome-ignore lint/a11y/useSemanticElements: a group of options, after the ARIA pattern
				<div key={title} role="group" aria-label={title}>
					<p aria-hidden className="px-2 pt-2 pb-1 font-semibold text-muted-foreground text-xs">
						{title}
					</p>
					{lines.map((line, index) => (
						<SearchLine
							key={line.key}
							line={line}
							marks={marks}
							{...lineProps(start + index, () => onTake(line))}
							onPeek={() => onPeek?.(line)}
							onLeave={onLeave}
						/>
					))}
				</div>
			))}
		</div>
	);
}
