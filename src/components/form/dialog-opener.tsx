'use client';

import { type ReactElement, type ReactNode, type RefObject, useRef, useState } from 'react';
import { Slot } from '@/components/ui/slot';

/** What opened a dialog, and has the focus again once it is closed. */
export type Opener = RefObject<HTMLElement | null>;

type DialogOpenerProps = {
	/** The button. */
	trigger: ReactElement;
	open: boolean;
	onOpen: () => void;
	/** The dialog, which is there from the first time that it is opened. */
	dialog: (opener: Opener) => ReactNode;
};

/** A button and the dialog that it opens, for a dialog whose code comes later than the button. */
export function DialogOpener({ trigger, open, onOpen, dialog }: DialogOpenerProps) {
	const opener = useRef<HTMLElement>(null);
	const [wasOpened, setWasOpened] = useState(open);
	if (open && !wasOpened) setWasOpened(true);
	return (
		<>
			<Slot ref={opener} aria-haspopup="dialog" aria-expanded={open} onClick={onOpen}>
				{trigger}
			</Slot>
			{wasOpened && dialog(opener)}
		</>
	);
}
