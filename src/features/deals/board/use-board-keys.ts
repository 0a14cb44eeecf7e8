'use client';

import { type RefObject, useEffect, useEffectEvent } from 'react';
import { isShortcut } from '@/lib/browser/keyboard';

/** What a single key does with the card that has the focus. */
export type CardKeys = Record<'m' | '.' | 'l' | 'n', (id: string) => void>;

const steps: Record<string, [column: number, card: number]> = {
	ArrowLeft: [-1, 0],
	ArrowRight: [1, 0],
	ArrowUp: [0, -1],
	ArrowDown: [0, 1],
	j: [0, 1],
	k: [0, -1],
};

/** Arrow keys, `j` and `k` go from card to card; single keys do something with the one that has the focus. */
export function useBoardKeys(board: RefObject<HTMLElement | null>, keys: CardKeys) {
	const onKey = useEffectEvent((event: KeyboardEvent) => {
		if (event.defaultPrevented || event.shiftKey || !board.current || !isShortcut(event)) return;
		const link = document.activeElement?.closest<HTMLElement>('[data-card] a') ?? null;
		const card = link && board.current.contains(link) ? link.closest<HTMLElement>('[data-card]') : null;
		const step = steps[event.key];
		const isLetter = event.key === 'j' || event.key === 'k';
		if (step && (card || isLetter)) {
			const next = cardBeside(board.current, card, step);
			if (!next) return;
			event.preventDefault();
			next.querySelector('a')?.focus({ preventScroll: true });
			next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
			return;
		}
		const id = card?.dataset.card;
		if (!id || !(event.key in keys)) return;
		event.preventDefault();
		keys[event.key as keyof CardKeys](id);
	});
	useEffect(() => {
		const listener = (event: KeyboardEvent) => onKey(event);
		document.addEventListener('keydown', listener);
		return () => document.removeEventListener('keydown', listener);
	}, []);
}

/** The card that a key leads to: of a column without cards, that of the next one that has some. */
function cardBeside(board: HTMLElement, card: HTMLElement | null, [across, down]: [number, number]) {
	const columns = [...board.querySelectorAll<HTMLElement>('[data-column]')]
		.filter((column) => column.offsetParent !== null)
		.map((column) => [...column.querySelectorAll<HTMLElement>('[data-card]')])
		.filter((cards) => cards.length > 0);
	if (!card) return columns[0]?.[0];
	const at = columns.findIndex((cards) => cards.includes(card));
	const index = columns[at]?.indexOf(card) ?? 0;
	const next = columns[at + across];
	return next?.[Math.min(index, next.length - 1) + down] ?? (down === 0 ? next?.at(-1) : undefined);
}
