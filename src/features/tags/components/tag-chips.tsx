import { useRef } from 'react';
import { XIcon } from '@/components/ui/icons';
import { TagBadge } from '@/components/ui/tag-badge';
import type { TagLabel } from '../tag';

type TagChipsProps = { tags: TagLabel[]; onRemove: (tag: TagLabel) => void; onLastRemoved: () => void };

/** The selected tags, each with a button that removes it. The focus then moves to the next tag. */
export function TagChips({ tags, onRemove, onLastRemoved }: TagChipsProps) {
	const list = useRef<HTMLUListElement>(null);

	function remove(tag: TagLabel, index: number) {
		const buttons = list.current?.querySelectorAll('button');
		const next = buttons?.[index + 1] ?? buttons?.[index - 1];
		if (next) next.focus();
		else onLastRemoved();
		onRemove(tag);
	}

	if (tags.length === 0) return null;
	return (
		<ul ref={list} aria-label="Chosen tags" className="contents">
			{tags.map((tag, index) => (
				<li key={tag.name} className="flex min-w-0">
					<TagBadge {...tag} className="min-h-6 gap-0 py-0 pr-0">
						<button
							type="button"
							className="grid size-6 shrink-0 place-content-center rounded-md hover:bg-foreground/10 focus-visible:-outline-offset-2"
							onClick={() => remove(tag, index)}
						>
							<XIcon className="size-3.5" />
							<span className="sr-only">
								Remove <span translate="no">{tag.name}</span>
							</span>
						</button>
					</TagBadge>
				</li>
			))}
		</ul>
	);
}
