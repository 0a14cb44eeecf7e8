import type { KeyboardEvent, RefObject } from 'react';
import { Badge } from '@/components/ui/badge';
import { XIcon } from '@/components/ui/icons';
import type { PickerOption } from './picker';

type PickedChipsProps = {
	/** The list, which the input moves the focus into. */
	list: RefObject<HTMLUListElement | null>;
	chosen: PickerOption[];
	onRemove: (option: PickerOption) => void;
	/** Moves the focus back to the input. */
	onLeave: () => void;
};

/**
 * The chosen contacts, each with a button that removes it. The buttons are no stops for Tab, so that it leads straight to the input:
 * ← leads from there to the last one, and Delete or Backspace removes the one with the focus.
 */
export function PickedChips({ list, chosen, onRemove, onLeave }: PickedChipsProps) {
	const focus = (index: number) => {
		const button = list.current?.querySelectorAll('button')[index];
		if (button) button.focus();
		else onLeave();
	};

	function remove(option: PickerOption, index: number) {
		focus(index + 1 < chosen.length ? index + 1 : index - 1);
		onRemove(option);
	}

	function onKeyDown(event: KeyboardEvent, option: PickerOption, index: number) {
		const act = {
			ArrowLeft: () => index > 0 && focus(index - 1),
			ArrowRight: () => focus(index + 1),
			Escape: onLeave,
			Delete: () => remove(option, index),
			Backspace: () => remove(option, index),
		}[event.key];
		if (!act) return;
		event.preventDefault();
		act();
	}

	if (chosen.length === 0) return null;
	return (
		<ul ref={list} aria-label="Selected contacts" className="contents">
			{chosen.map((option, index) => (
				<li key={option.id} className="flex min-w-0">
					<Badge className="min-h-6 min-w-0 gap-0 py-0 pr-0">
						<span translate="no" className="truncate" title={option.name}>
							{option.name}
						</span>
						<button
							type="button"
							tabIndex={-1}
							className="grid size-6 shrink-0 place-content-center rounded-md hover:bg-foreground/10 focus-visible:-outline-offset-2"
							onClick={() => remove(option, index)}
							onKeyDown={(event) => onKeyDown(event, option, index)}
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
