'use client';

import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { cn } from '@/lib/cn';

type AnchoredPopoverProps = {
	/** What it hangs on; a press there is not one beside it. */
	anchor: RefObject<HTMLElement | null>;
	/** What it is called. */
	label: string;
	open: boolean;
	/** Whether it was closed by a key, so that what opened it has the focus again. */
	onClose: (byKey: boolean) => void;
	className?: string;
	children: ReactNode;
};

/** So far, in pixels, it keeps from its anchor and from the edge of the screen. */
const gap = 4;
const margin = 8;

/**
 * A panel over the page, in the browser's own top layer: no dialog around its anchor cuts it off, and it stays a part of that
 * dialog for its focus and its Escape. Below the anchor or, where there is no room, above it. Closed, it keeps its fields.
 */
export function AnchoredPopover({ anchor, label, open, onClose, className, children }: AnchoredPopoverProps) {
	const panel = useRef<HTMLDivElement>(null);
	const latestClose = useRef(onClose);
	useLayoutEffect(() => {
		latestClose.current = onClose;
	});

	useLayoutEffect(() => {
		const element = panel.current;
		const frame = anchor.current;
		if (!open || !element || !frame) return;
		element.showPopover?.();
		const wrong = element.querySelector<HTMLElement>('[aria-invalid=true]');
		if (!element.contains(document.activeElement))
			(wrong ?? element.querySelector<HTMLElement>(stopsSelector))?.focus();
		const place = () => {
			const { top, bottom, left } = frame.getBoundingClientRect();
			const { offsetWidth: width, offsetHeight: height } = element;
			const lowest = window.innerHeight - height - margin;
			const y = bottom + gap <= lowest ? bottom + gap : top - gap - height;
			element.style.top = `${y >= margin ? y : Math.max(margin, lowest)}px`;
			element.style.left = `${Math.max(margin, Math.min(left, window.innerWidth - width - margin))}px`;
		};
		place();
		const sizes = new ResizeObserver(place);
		sizes.observe(element);
		window.addEventListener('resize', place);
		window.addEventListener('scroll', place, true);
		return () => {
			sizes.disconnect();
			window.removeEventListener('resize', place);
			window.removeEventListener('scroll', place, true);
			element.hidePopover?.();
		};
	}, [anchor, open]);

	useEffect(() => {
		if (!open) return;
		const onPointer = ({ target }: Event) => {
			const isInside = target instanceof Node && (panel.current?.contains(target) || anchor.current?.contains(target));
			if (!isInside) latestClose.current(false);
		};
		// before a dialog around the field, which listens on the document
		const onEscape = (event: globalThis.KeyboardEvent) => {
			// what has been opened from within closes first
			if (event.key !== 'Escape' || panel.current?.querySelector(':popover-open')) return;
			event.preventDefault();
			event.stopImmediatePropagation();
			latestClose.current(true);
		};
		document.addEventListener('pointerdown', onPointer, true);
		window.addEventListener('keydown', onEscape, true);
		return () => {
			document.removeEventListener('pointerdown', onPointer, true);
			window.removeEventListener('keydown', onEscape, true);
		};
	}, [anchor, open]);

	return (
		<div
			ref={panel}
			popover="manual"
			role="dialog"
			data-state={open ? 'open' : 'closed'}
			aria-modal
			aria-label={label}
			className={cn(
				'fixed inset-auto m-0 w-max rounded-lg border bg-popover p-3 text-popover-foreground text-sm shadow-lg open:animate-pop-in',
				className,
			)}
			onKeyDown={(event) => {
				// what the form or the list around would do with a key
				event.stopPropagation();
				keepTabInside(event);
			}}
		>
			{children}
		</div>
	);
}

const stopsSelector = 'button:not([tabindex="-1"],[disabled]),input:not([type=hidden]),select,textarea,a[href]';

function keepTabInside(event: KeyboardEvent<HTMLElement>) {
	if (event.key !== 'Tab') return;
	const stops = [...event.currentTarget.querySelectorAll<HTMLElement>(stopsSelector)];
	const [first, last] = [stops[0], stops.at(-1)];
	const isAtEnd = document.activeElement === (event.shiftKey ? first : last);
	if (!isAtEnd) return;
	event.preventDefault();
	(event.shiftKey ? last : first)?.focus();
}
