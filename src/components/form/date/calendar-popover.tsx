'use client';

import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { Calendar, type CalendarProps } from './calendar';

type CalendarPopoverProps = CalendarProps & {
	/** What it hangs on; a press there is not one beside it. */
	anchor: RefObject<HTMLElement | null>;
	/** Whether it was closed by a key, so that the field has the focus again. */
	onClose: (byKey: boolean) => void;
};

/** So far, in pixels, it keeps from its field and from the edge of the screen. */
const gap = 4;
const margin = 8;

/**
 * The calendar over the page, in the browser's own top layer: no dialog around the field cuts it off, and it stays a part
 * of that dialog for its focus and its Escape. Below the field or, where there is no room, above it.
 */
export function CalendarPopover({ anchor, onClose, ...calendar }: CalendarPopoverProps) {
	const panel = useRef<HTMLDivElement>(null);
	const latestClose = useRef(onClose);
	useLayoutEffect(() => {
		latestClose.current = onClose;
	});

	useLayoutEffect(() => {
		const element = panel.current;
		const frame = anchor.current;
		if (!element || !frame) return;
		element.showPopover?.();
		const place = () => {
			const { top, bottom, left } = frame.getBoundingClientRect();
			const { offsetWidth: width, offsetHeight: height } = element;
			const lowest = window.innerHeight - height - margin;
			const y = bottom + gap <= lowest ? bottom + gap : top - gap - height;
			element.style.top = `${y >= margin ? y : Math.max(margin, lowest)}px`;
			element.style.left = `${Math.max(margin, Math.min(left, window.innerWidth - width - margin))}px`;
		};
		place();
		window.addEventListener('resize', place);
		window.addEventListener('scroll', place, true);
		return () => {
			window.removeEventListener('resize', place);
			window.removeEventListener('scroll', place, true);
		};
	}, [anchor]);

	useEffect(() => {
		const onPointer = ({ target }: Event) => {
			const isInside = target instanceof Node && (panel.current?.contains(target) || anchor.current?.contains(target));
			if (!isInside) latestClose.current(false);
		};
		// before a dialog around the field, which listens on the document
		const onEscape = (event: globalThis.KeyboardEvent) => {
			if (event.key !== 'Escape') return;
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
	}, [anchor]);

	return (
		<div
			ref={panel}
			popover="manual"
			role="dialog"
			aria-modal
			aria-label="Choose a date"
			className="fixed inset-auto m-0 w-max rounded-lg border bg-popover p-3 text-popover-foreground text-sm shadow-lg open:animate-pop-in"
			onKeyDown={(event) => {
				// what the form or the list around would do with a key
				event.stopPropagation();
				keepTabInside(event);
			}}
		>
			<Calendar {...calendar} />
		</div>
	);
}

function keepTabInside(event: KeyboardEvent<HTMLElement>) {
	if (event.key !== 'Tab') return;
	const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('button:not([tabindex="-1"],[disabled])')];
	const [first, last] = [stops[0], stops.at(-1)];
	const isAtEnd = document.activeElement === (event.shiftKey ? first : last);
	if (!isAtEnd) return;
	event.preventDefault();
	(event.shiftKey ? last : first)?.focus();
}
