'use client';

import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { focusPage } from '@/lib/browser/focus-page';
import { focusedElement } from '@/lib/browser/type-ahead';

type OnClose = ((event: Event) => void) | undefined;

/**
 * For a dialog: once it is closed, the focus is where it was before, or on the button that opened it. Radix gives it back to
 * a trigger alone, and what a key, a menu or a button outside of it opens has none. `mark` stands in the dialog, before
 * whatever takes the focus there.
 */
export function useFocusBack(onCloseAutoFocus: OnClose, opener?: RefObject<HTMLElement | null>) {
	const before = useRef<HTMLElement>(null);
	return {
		mark: <FocusMark before={before} />,
		onCloseAutoFocus: (event: Event) => {
			onCloseAutoFocus?.(event);
			if (event.defaultPrevented) return;
			// not every browser gives a button that is clicked the focus
			if (opener?.current?.isConnected) opener.current.focus();
			// after the trigger's turn; a page that came meanwhile may have a field that has the focus
			queueMicrotask(() => {
				if (document.activeElement !== document.body) return;
				focusPage(before.current?.isConnected ? before.current : null);
			});
		},
	};
}

/** Remembers what had the focus when the dialog was opened. */
function FocusMark({ before }: { before: RefObject<HTMLElement | null> }) {
	// read before the dialog's own field takes it
	const [focused] = useState(focusedElement);
	useLayoutEffect(() => {
		before.current = focused;
	}, [before, focused]);
	return null;
}
