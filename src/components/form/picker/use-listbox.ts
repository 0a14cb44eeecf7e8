'use client';

import { type KeyboardEvent, useId, useState } from 'react';
import { isComposing } from '@/lib/browser/keyboard';

/**
 * The list below a combobox (an editable one with a list, after the ARIA pattern): whether it is open, which line the keys
 * point at, and what the input and each line carry for it. The input keeps the focus. A list that stays open leaves Escape to
 * whatever contains it. `firstActive` is the line that is active before a key is pressed, or -1 for none.
 */
export function useListbox({ staysOpen = false, startsOpen = false, firstActive = 0 } = {}) {
	const id = useId();
	const [isOpen, setOpen] = useState(startsOpen);
	const open = staysOpen || isOpen;
	const [active, setActive] = useState(firstActive);

	/** Opens the list as it is after typing, with `firstActive`. */
	function reopen() {
		setActive(firstActive);
		setOpen(true);
	}

	/** For the input, above a list of so many lines; Enter takes the active one. */
	function inputProps(lines: number, onEnter: (index: number) => void) {
		return {
			role: 'combobox',
			autoComplete: 'off',
			'aria-autocomplete': 'list',
			'aria-expanded': open,
			'aria-controls': id,
			'aria-activedescendant': open && active >= 0 && lines > 0 ? `${id}-${active}` : undefined,
			onClick: () => setOpen(true),
			onKeyDown: (event: KeyboardEvent) => {
				if (isComposing(event.nativeEvent)) return;
				if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
					event.preventDefault();
					const step = event.key === 'ArrowDown' ? active + 1 : Math.max(active, 0) + lines - 1;
					if (open && lines > 0) setActive(step % lines);
					setOpen(true);
				} else if (event.key === 'Enter' && open) {
					event.preventDefault();
					onEnter(active);
				} else if (event.key === 'Escape' && open && !staysOpen) {
					event.preventDefault();
					setOpen(false);
				}
			},
		} as const;
	}

	/** For one line of the list. */
	function lineProps(index: number, onTake: (index: number) => void) {
		return {
			id: `${id}-${index}`,
			active: index === active,
			onPoint: () => setActive(index),
			onTake: () => onTake(index),
		};
	}

	return { id, open, setOpen, reopen, active, setActive, inputProps, lineProps };
}
