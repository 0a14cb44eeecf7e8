'use client';

import { useDraggable } from '@dnd-kit/core';
import { type RefObject, type SyntheticEvent, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { holdKeysForListener } from '@/lib/browser/hold-keys';

/** Offers a press of the mouse, a finger or a key on the board to the drag, before anything else is done with it. */
export type Press = (event: SyntheticEvent<HTMLElement>) => void;

type DragSourceProps = { board: RefObject<HTMLElement | null>; press: RefObject<Press | null> };

const listenerNames: Record<string, string> = {
	mousedown: 'onMouseDown',
	touchstart: 'onTouchStart',
	keydown: 'onKeyDown',
};

type Listeners = ReturnType<typeof useDraggable>['listeners'];

/**
 * Makes the one card draggable that is pressed, at the moment that it is. So a card that just lies there costs its text and
 * nothing else, and a board of a thousand is shown as quickly as a list.
 */
export function DragSource({ board, press }: DragSourceProps) {
	const [pressed, setPressed] = useState<string | null>(null);
	const listeners = useRef<Listeners>(undefined);
	useImperativeHandle(press, () => (event) => {
		const card = (event.target as Element).closest<HTMLElement>('[data-card]')?.dataset.card;
		const name = listenerNames[event.type];
		if (!card || !name) return;
		flushSync(() => setPressed(card));
		listeners.current?.[name]?.(event);
		// a key that began a drag: dnd-kit listens for the next ones from its next timer on
		if (name === 'onKeyDown' && event.defaultPrevented) holdKeysForListener();
	});
	return pressed && <PressedCard id={pressed} board={board} listeners={listeners} />;
}

type PressedCardProps = { id: string; board: RefObject<HTMLElement | null>; listeners: RefObject<Listeners> };

function PressedCard({ id, board, listeners }: PressedCardProps) {
	const { setNodeRef, setActivatorNodeRef, listeners: present } = useDraggable({ id });
	// after each change of the board, as the card may be another element then
	useLayoutEffect(() => {
		const card = board.current?.querySelector<HTMLElement>(`[data-card="${id}"]`) ?? null;
		setNodeRef(card);
		setActivatorNodeRef(card?.querySelector('a') ?? null);
		listeners.current = present;
	});
	return null;
}
