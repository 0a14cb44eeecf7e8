'use client';

import { type ReactNode, useId, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { EllipsisIcon } from '@/components/ui/icons';

/** What else can be done with a record. The browser's own popover: it opens before any script runs. */
export function RecordMenu({ name, children }: { name: string; children: ReactNode }) {
	const id = useId();
	const panel = useRef<HTMLDivElement>(null);
	return (
		<>
			<Button variant="outline" size="icon" popoverTarget={id} data-menu title="More actions">
				<EllipsisIcon />
				<span className="sr-only">
					More actions for <span translate="no">{name}</span>
				</span>
			</Button>
			{/* biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields; these are links and buttons. */}
			{/* biome-ignore lint/a11y/useKeyWithClickEvents: a key on one of them is a click. */}
			<div
				ref={panel}
				id={id}
				popover="auto"
				role="group"
				aria-label="More actions"
				className="record-menu shadow-lg open:animate-pop-in"
				onClick={({ target }) => {
					// the focus is on what opened the menu by the time that a dialog remembers it
					if (target instanceof Element && target.closest('a, button')) panel.current?.hidePopover();
				}}
			>
				{children}
			</div>
		</>
	);
}
