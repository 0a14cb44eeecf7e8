'use client';

import { type ReactNode, useLayoutEffect, useRef } from 'react';

/** An editor has at least this width, and keeps so far from the edge of the screen; in pixels. */
const minWidth = 280;
const margin = 8;

type CellPopoverProps = { anchor: HTMLElement; label: string; children: ReactNode };

/** Lies over a cell, in the browser's own top layer, so that no scrolling edge cuts it off. */
export function CellPopover({ anchor, label, children }: CellPopoverProps) {
	const panel = useRef<HTMLDivElement>(null);

	useLayoutEffect(() => {
		const element = panel.current;
		if (!element) return;
		element.showPopover?.();
		const place = () => {
			const { top, left, width } = anchor.getBoundingClientRect();
			const wide = Math.min(Math.max(width, minWidth), window.innerWidth - 2 * margin);
			const lowest = window.innerHeight - element.offsetHeight - margin;
			element.style.width = `${wide}px`;
			element.style.top = `${Math.max(margin, Math.min(top, lowest))}px`;
			element.style.left = `${Math.max(margin, Math.min(left, window.innerWidth - wide - margin))}px`;
		};
		place();
		const input = element.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea');
		if (!element.contains(document.activeElement)) input?.focus();
		if (input instanceof HTMLInputElement) input.select();
		window.addEventListener('resize', place);
		window.addEventListener('scroll', place, true);
		return () => {
			window.removeEventListener('resize', place);
			window.removeEventListener('scroll', place, true);
		};
	}, [anchor]);

	return (
		// biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields of a form, and the form is in it.
		<div
			ref={panel}
			popover="manual"
			role="group"
			aria-label={label}
			className="fixed inset-auto m-0 overflow-visible rounded-lg border bg-popover p-2 text-popover-foreground text-sm shadow-lg"
		>
			{children}
		</div>
	);
}
