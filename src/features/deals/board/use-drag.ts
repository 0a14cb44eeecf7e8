'use client';

import {
	type CollisionDetection,
	type DragStartEvent,
	KeyboardCode,
	type KeyboardCoordinateGetter,
	KeyboardSensor,
	MouseSensor,
	TouchSensor,
	useSensor,
	useSensors,
} from '@dnd-kit/core';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { advanceAtEdge } from './advance-at-edge';
import type { ShownCard } from './board-columns';

/** Where the dragged card would land: before the card with this index, the dragged one not counted. */
export type DropPlace = { column: string; index: number };

/** A column of the board by its name in the markup, and what it is called. */
export type DropColumn = { key: string; name: string; cards: ShownCard[] /** Takes no card. */; isFixed?: boolean };

/** A card's way to a column, between two cards that are shown there. */
export type Drop = { id: string; column: string; above: string | null; below: string | null };

const cardsIn = (column: Element, except: string) =>
	[...column.querySelectorAll<HTMLElement>('[data-card]')].filter(({ dataset }) => dataset.card !== except);

/** The column whose middle is nearest to where the pointer, or the card in the keyboard's hand, is. */
const nearestColumn: CollisionDetection = ({ pointerCoordinates, collisionRect, droppableRects }) => {
	const x = pointerCoordinates?.x ?? collisionRect.left + collisionRect.width / 2;
	let nearest: { id: string | number; distance: number } | null = null;
	for (const [id, rect] of droppableRects) {
		const distance = Math.max(rect.left - x, x - rect.right, 0);
		if (!nearest || distance < nearest.distance) nearest = { id, distance };
	}
	return nearest ? [{ id: nearest.id }] : [];
};

/**
 * Dragging over the board. Only a line shows where the card would land; the cards themselves lie still until it is dropped,
 * so that a move of the pointer costs the same however many there are.
 */
export function useDrag(board: RefObject<HTMLElement | null>, columns: DropColumn[], onDrop: (drop: Drop) => void) {
	const [dragged, setDragged] = useState<string | null>(null);
	const [place, setPlace] = useState<DropPlace | null>(null);
	const [announcement, announce] = useState('');
	const latest = useRef<{ place: DropPlace | null; byKey: boolean }>({ place: null, byKey: false });

	const pointAt = useCallback((next: DropPlace | null) => {
		const before = latest.current.place;
		if (before?.column === next?.column && before?.index === next?.index) return;
		latest.current.place = next;
		setPlace(next);
	}, []);

	// the pointer is followed here and not through the library, which counts what was scrolled as movement; from the very
	// moment that the card is picked up, so that no movement is missed
	useLayoutEffect(() => {
		if (!dragged || latest.current.byKey) return;
		let pointer: { x: number; y: number } | null = null;
		const look = () => {
			if (pointer && board.current) pointAt(placeUnder(board.current, pointer, dragged));
		};
		const onMove = (event: MouseEvent | TouchEvent) => {
			const { clientX, clientY } = 'touches' in event ? (event.touches[0] ?? { clientX: 0, clientY: 0 }) : event;
			pointer = { x: clientX, y: clientY };
			look();
		};
		// releasing a dragged link is not a click on it, even if the browser sends the click later
		const noClick = (event: MouseEvent) => {
			if (event.target instanceof Element && event.target.closest('[data-card] a')) event.preventDefault();
		};
		const edge = board.current ? advanceAtEdge(board.current, () => pointer) : null;
		window.addEventListener('mousemove', onMove);
		window.addEventListener('touchmove', onMove);
		window.addEventListener('scroll', look, true);
		window.addEventListener('click', noClick, true);
		return () => {
			edge?.();
			window.removeEventListener('mousemove', onMove);
			window.removeEventListener('touchmove', onMove);
			window.removeEventListener('scroll', look, true);
			// until the pointer is pressed again, or the browser has had enough time
			const allowClicks = () => {
				window.removeEventListener('click', noClick, true);
				window.removeEventListener('pointerdown', allowClicks, true);
			};
			window.addEventListener('pointerdown', allowClicks, true);
			setTimeout(allowClicks, 1000);
		};
	}, [dragged, board, pointAt]);

	const columnOf = (key: string) => columns.find((column) => column.key === key);
	const others = (key: string) => columnOf(key)?.cards.filter(({ id }) => id !== dragged) ?? [];
	const describe = ({ column, index }: DropPlace) =>
		`Place ${index + 1} of ${others(column).length + 1} in ${columnOf(column)?.name}.`;

	const followKeys: KeyboardCoordinateGetter = (event) => {
		const present = latest.current.place;
		const next = present && neighbourOf(present, event.code, columns, (key) => others(key).length);
		if (!next || !board.current) return undefined;
		event.preventDefault();
		pointAt(next);
		announce(describe(next));
		return cornerOf(board.current, next, String(dragged));
	};

	// the sensor keeps the function that it began with
	const keys = useRef(followKeys);
	useEffect(() => {
		keys.current = followKeys;
	});

	const sensors = useSensors(
		useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
		useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
		useSensor(KeyboardSensor, {
			coordinateGetter: (event, at) => keys.current(event, at),
			scrollBehavior: 'auto',
			keyboardCodes: {
				start: [KeyboardCode.Space],
				end: [KeyboardCode.Space, KeyboardCode.Enter],
				cancel: [KeyboardCode.Esc, KeyboardCode.Tab],
			},
		}),
	);

	function start({ active, activatorEvent }: DragStartEvent) {
		const id = String(active.id);
		const column = columns.find(({ cards }) => cards.some((card) => card.id === id));
		if (!column) return;
		const { key, name, cards } = column;
		const index = cards.findIndex((card) => card.id === id);
		latest.current = { place: { column: key, index }, byKey: activatorEvent instanceof KeyboardEvent };
		setDragged(id);
		setPlace({ column: key, index });
		announce(`Picked up ${cards[index]?.name}. Place ${index + 1} of ${cards.length} in ${name}.`);
	}

	function end(dropped: boolean) {
		const target = latest.current.place;
		latest.current = { place: null, byKey: false };
		setDragged(null);
		setPlace(null);
		const stays = !target || columnOf(target.column)?.cards.findIndex(({ id }) => id === dragged) === target.index;
		if (!dropped || !dragged || stays) return announce('Left where it was.');
		const cards = others(target.column);
		// the column may have become shorter meanwhile
		const index = Math.min(target.index, cards.length);
		const above = cards[index - 1]?.id ?? null;
		announce(`Dropped. ${describe({ ...target, index })}`);
		onDrop({ id: dragged, column: target.column, above, below: cards[index]?.id ?? null });
	}

	return {
		dragged,
		place,
		announcement,
		announce,
		context: {
			sensors,
			// columns scroll by the library; the board itself goes on by whole columns, see `advanceAtEdge`
			autoScroll: { canScroll: (element: Element) => element !== board.current },
			collisionDetection: nearestColumn,
			onDragStart: start,
			onDragEnd: () => end(true),
			onDragCancel: () => end(false),
		},
	};
}

/** How far outside the board, in pixels, a card can be dropped on it. */
const margin = 40;

/** The part of a column that a card is dropped on: its strip while it is folded, which swells while a card lies over it. */
function areaOf(section: HTMLElement): DOMRect {
	const strip = section.querySelector<HTMLElement>('[data-strip]');
	return (strip && strip.offsetParent !== null ? strip : section).getBoundingClientRect();
}

/** The column that a point lies over, or the nearest one. */
function columnUnder(board: HTMLElement, x: number): HTMLElement | null {
	let nearest: { section: HTMLElement; distance: number } | null = null;
	// a strip lies over its neighbor, and stands behind it
	for (const section of [...board.querySelectorAll<HTMLElement>('[data-stage]:not([data-fixed])')].reverse()) {
		const { left, right } = areaOf(section);
		const distance = Math.max(left - x, x - right, 0);
		if (!nearest || distance < nearest.distance) nearest = { section, distance };
	}
	return nearest?.section ?? null;
}

/** The place that a point lies over: in the nearest column, before the first card whose middle is below it. */
function placeUnder(board: HTMLElement, { x, y }: { x: number; y: number }, dragged: string): DropPlace | null {
	const edge = board.getBoundingClientRect();
	const beside = Math.max(edge.left - x, x - edge.right, edge.top - y, y - edge.bottom);
	// what is scrolled out of the board is under no finger, however near its edge that is
	const section = columnUnder(board, Math.min(Math.max(x, edge.left + 1), edge.right - 1));
	if (beside > margin || !section) return null;
	const column = section.querySelector<HTMLElement>('[data-column]');
	// in a folded column a card comes to lie on top
	const cards = column && column.offsetParent !== null ? cardsIn(column, dragged) : [];
	let [low, high] = [0, cards.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		const rect = cards[middle]?.getBoundingClientRect();
		if (rect && rect.top + rect.height / 2 < y) low = middle + 1;
		else high = middle;
	}
	return { column: section.dataset.stage ?? '', index: low };
}

/** The place that an arrow key leads to from another, or null if there is none. */
function neighbourOf(
	place: DropPlace,
	key: string,
	columns: DropColumn[],
	count: (column: string) => number,
): DropPlace | null {
	const { column, index } = place;
	if (key === KeyboardCode.Up) return index > 0 ? { column, index: index - 1 } : null;
	if (key === KeyboardCode.Down) return index < count(column) ? { column, index: index + 1 } : null;
	if (key !== KeyboardCode.Left && key !== KeyboardCode.Right) return null;
	const able = columns.filter((each) => !each.isFixed || each.key === column);
	const at = able.findIndex((each) => each.key === column);
	const next = able[at + (key === KeyboardCode.Right ? 1 : -1)]?.key;
	return next === undefined ? null : { column: next, index: Math.min(index, count(next)) };
}

/** Brings a place into view and returns its upper left corner on the screen. */
function cornerOf(
	board: HTMLElement,
	{ column: key, index }: DropPlace,
	dragged: string,
): { x: number; y: number } | undefined {
	const section = board.querySelector<HTMLElement>(`[data-stage="${key}"]`);
	const column = section?.querySelector<HTMLElement>('[data-column]');
	if (!section || !column) return undefined;
	const isFolded = column.offsetParent === null;
	const cards = isFolded ? [] : cardsIn(column, dragged);
	const beside = cards[index] ?? cards.at(-1);
	(beside ?? section).scrollIntoView({ block: 'nearest', inline: 'nearest' });
	const { left, top } = (isFolded ? section : column).getBoundingClientRect();
	const rect = beside?.getBoundingClientRect();
	return { x: left, y: rect ? (cards[index] ? rect.top : rect.bottom) : top };
}
