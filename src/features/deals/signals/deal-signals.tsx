'use client';

import { type SyntheticEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { cn } from '@/lib/cn';
import { SignalChips } from './signal-chips';
import { clearedBy, type ShownSignal } from './signals';

/** How long a mouse rests on signals, in milliseconds, before they are explained. */
const rest = 250;

/** A deal's signals. Hovering, focusing or tapping them shows how to clear each. */
export function DealSignals({ signals, className }: { signals: ShownSignal[]; className?: string }) {
	const [pointed, setPointed] = useState(false);
	const [focused, setFocused] = useState(false);
	const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
	const hintId = useId();
	useEffect(() => () => clearTimeout(resting.current), []);
	if (signals.length === 0) return null;
	const open = pointed || focused;
	const leave = () => {
		clearTimeout(resting.current);
		setPointed(false);
	};
	const close = () => {
		leave();
		setFocused(false);
	};
	return (
		<span
			className={cn('relative flex w-fit max-w-full', className)}
			onPointerMove={({ pointerType, buttons, movementX, movementY }) => {
				// ignores a card that moves under a resting mouse
				if (pointerType !== 'mouse' || buttons > 0 || (movementX === 0 && movementY === 0)) return;
				clearTimeout(resting.current);
				resting.current = setTimeout(() => setPointed(true), rest);
			}}
			onPointerDown={leave}
			onPointerLeave={leave}
		>
			<button
				type="button"
				aria-describedby={open ? hintId : undefined}
				onFocus={({ currentTarget }) => currentTarget.matches(':focus-visible') && setFocused(true)}
				onBlur={close}
				onClick={() => setFocused(true)}
				onKeyDown={({ key }) => key === 'Escape' && close()}
				className="min-w-0 cursor-help rounded-sm"
			>
				<SignalChips signals={signals} />
			</button>
			{open && <Hint id={hintId} signals={signals} />}
		</span>
	);
}

/** The distance of the hint from the edge of the screen, in pixels. */
const margin = 8;

/** Who presses a hint that lies over another card does not mean the card that the hint belongs to. */
const noDrag = (event: SyntheticEvent) => event.stopPropagation();

/** Floats over the page, below the signals or, if there is no room, above them. */
function Hint({ id, signals }: { id: string; signals: ShownSignal[] }) {
	const element = useRef<HTMLSpanElement>(null);
	useLayoutEffect(() => {
		const hint = element.current;
		const anchor = hint?.parentElement?.getBoundingClientRect();
		if (!hint || !anchor) return;
		hint.showPopover();
		const { width, height } = hint.getBoundingClientRect();
		const below = anchor.bottom + height + margin < window.innerHeight;
		hint.style.left = `${Math.max(margin, Math.min(anchor.left, window.innerWidth - width - margin))}px`;
		hint.style.top = `${below ? anchor.bottom : Math.max(margin, anchor.top - height)}px`;
	}, []);
	return (
		<span
			ref={element}
			id={id}
			role="tooltip"
			popover="manual"
			onMouseDown={noDrag}
			onTouchStart={noDrag}
			className="fixed inset-auto m-0 max-w-72 cursor-default bg-transparent py-1 text-popover-foreground"
		>
			<span className="flex flex-col gap-2 rounded-md border bg-popover px-3 py-2 text-xs leading-5 shadow-md">
				{signals.map(({ kind, text }) => (
					<span key={kind} className="flex flex-col">
						<span className="font-semibold">{text}</span>
						<span className="text-muted-foreground">{clearedBy[kind]}</span>
					</span>
				))}
			</span>
		</span>
	);
}
