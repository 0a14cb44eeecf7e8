'use client';

import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { clearedBy, type ShownSignal, type SignalKind } from './signals';

/** How long a mouse rests on signals, in milliseconds, before they are explained. */
const rest = 250;

/** The distance of the hint from the edge of the screen, in pixels. */
const margin = 8;

const within = (target: EventTarget | null, selector: string) =>
	target instanceof Element ? target.closest<HTMLElement>(selector) : null;

/** Explains the signals that are hovered, focused or tapped, of all deals on the page. Stands once on it. */
export function SignalHints() {
	const [explained, setExplained] = useState<HTMLElement | null>(null);
	const id = useId();

	useEffect(() => {
		let resting: ReturnType<typeof setTimeout> | undefined;
		let rested: HTMLElement | null = null;
		const close = () => {
			clearTimeout(resting);
			rested = null;
			setExplained(null);
		};
		function onPointerMove({ target, pointerType, buttons, movementX, movementY }: PointerEvent) {
			// ignores a card that moves under a resting mouse
			if (pointerType !== 'mouse' || buttons > 0 || (movementX === 0 && movementY === 0)) return;
			if (within(target, '[data-signal-hint]')) return;
			const signals = within(target, '[data-signals]');
			clearTimeout(resting);
			if (signals) resting = setTimeout(() => setExplained(signals), rest);
			if (rested && rested !== signals) close();
			rested = signals;
		}
		const onPointerDown = () => close();
		const onFocus = ({ target }: FocusEvent) => {
			const signals = within(target, '[data-signals]');
			if (signals?.matches(':focus-visible')) setExplained(signals);
		};
		const onBlur = ({ target }: FocusEvent) => within(target, '[data-signals]') && close();
		const onClick = ({ target }: MouseEvent) => {
			const signals = within(target, '[data-signals]');
			if (signals) setExplained(signals);
		};
		const onKeyDown = ({ key }: KeyboardEvent) => key === 'Escape' && close();
		const listeners = {
			pointermove: onPointerMove,
			pointerdown: onPointerDown,
			focusin: onFocus,
			focusout: onBlur,
			click: onClick,
			keydown: onKeyDown,
		};
		for (const [type, listener] of Object.entries(listeners))
			document.addEventListener(type, listener as EventListener);
		return () => {
			clearTimeout(resting);
			for (const [type, listener] of Object.entries(listeners))
				document.removeEventListener(type, listener as EventListener);
		};
	}, []);

	useEffect(() => {
		explained?.setAttribute('aria-describedby', id);
		return () => explained?.removeAttribute('aria-describedby');
	}, [explained, id]);

	return explained && <Hint id={id} anchor={explained} signals={signalsOf(explained)} />;
}

/** The signals as they stand there: their kinds and words. */
const signalsOf = (element: HTMLElement): ShownSignal[] =>
	[...element.querySelectorAll<HTMLElement>('[data-signal]')].map(({ dataset, textContent }) => ({
		kind: dataset.signal as SignalKind,
		text: (dataset.signalText ?? textContent).trim(),
	}));

type HintProps = { id: string; anchor: HTMLElement; signals: ShownSignal[] };

/** Floats over the page, below the signals or, if there is no room, above them. */
function Hint({ id, anchor, signals }: HintProps) {
	const element = useRef<HTMLDivElement>(null);
	useLayoutEffect(() => {
		const hint = element.current;
		if (!hint) return;
		hint.showPopover();
		const beside = anchor.getBoundingClientRect();
		const { width, height } = hint.getBoundingClientRect();
		const below = beside.bottom + height + margin < window.innerHeight;
		hint.style.left = `${Math.max(margin, Math.min(beside.left, window.innerWidth - width - margin))}px`;
		hint.style.top = `${below ? beside.bottom : Math.max(margin, beside.top - height)}px`;
	}, [anchor]);
	return (
		<div
			ref={element}
			id={id}
			role="tooltip"
			popover="manual"
			data-signal-hint
			className="fixed inset-auto m-0 max-w-72 cursor-default bg-transparent py-1 text-popover-foreground"
		>
			<div className="flex flex-col gap-2 rounded-md border bg-popover px-3 py-2 text-xs leading-5 shadow-md">
				{signals.map(({ kind, text }) => (
					<p key={kind}>
						<span className="block font-semibold">{text}</span>
						<span className="block text-muted-foreground">{clearedBy[kind]}</span>
					</p>
				))}
			</div>
		</div>
	);
}
