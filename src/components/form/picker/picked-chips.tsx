import { useRef } from 'react';
import { Badge } from '@/components/ui/badge';
import { XIcon } from '@/components/ui/icons';
import type { PickerOption } from './picker';

type PickedChipsProps = {
	chosen: PickerOption[];
	onRemove: (option: PickerOption) => void;
	onLastRemoved: () => void;
};

/** The chosen records, each with a button that removes it. The focus then moves to the next one. */
export function PickedChips({ chosen, onRemove, onLastRemoved }: PickedChipsProps) {
	const list = useRef<HTMLUListElement>(null);

	function remove(option: PickerOption, index: number) {
		const buttons = list.current?.querySelectorAll('button');
		const next = buttons?.[index + 1] ?? buttons?.[index - 1];
		if (next) next.focus();
		else onLastRemoved();
		onRemove(option);
	}

	if (chosen.length === 0) return null;
	return (
		<ul ref={list} aria-label="Selected" className="contents">
			{chosen.map((option, index) => (
				<li key={option.id} className="flex min-w-0">
					<Badge className="min-h-6 min-w-0 gap-0 py-0 pr-0">
						<span translate="no" className="truncate" title={option.name}>
							{option.name}
						</span>
						<button
							type="button"
							className="grid size-6 shrink-0 place-content-center rounded-md hover:bg-foreground/10 focus-visible:-outline-offset-2"
							onClick={() => remove(option, index)}
						>
							<XIcon className="size-3.5" />
							<span className="sr-only">
								Remove <span translate="no">{option.name}</span>
							</span>
						</button>
					</Badge>
				</li>
			))}
		</ul>
	);
}
