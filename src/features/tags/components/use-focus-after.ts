'use client';

import { useRef } from 'react';

/**
 * For a dialog that removes the row with its own button: after `leave()`, closing it moves the focus to the element of this
 * id instead.
 */
export function useFocusAfter(id: string) {
	const left = useRef(false);
	return {
		leave: () => {
			left.current = true;
		},
		onCloseAutoFocus: (event: Event) => {
			if (!left.current) return;
			event.preventDefault();
			document.getElementById(id)?.focus();
		},
	};
}
