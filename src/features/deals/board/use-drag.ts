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
import { type DealStage, stageNames } from '../stage/stages';
import type { Columns, Move } from './use-board';

/** Where the dragged card would land: before the card with this index, the dragged one not counted. */
export type DropPlace = { stage: DealStage; index: number };

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
export function useDrag(
	board: RefObject<HTMLElement | null>,
	columns: Columns,
	stages: DealStage[],
	onDrop: (move: Move) => void,
) {
	const [dragged, setDragged] = useState<string | null>(null);
	const [place, setPlace] = useState<DropPlace | null>(null);
	const [announcement, announce] = useState('');
	const latest = useRef<{ place: DropPlace | null; byKey: boolean }>({ place: null, byKey: false });

	const pointAt = useCallback((next: DropPlace | null) => {
		const before = latest.current.place;
		if (before?.stage === next?.stage && before?.index === next?.index) return;
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
		window.addEventListener('mousemove', onMove);
		window.addEventListener('touchmove', onMove);
		window.addEventListener('scroll', look, true);
		window.addEventListener('click', noClick, true);
		return () => {
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

	const others = (stage: DealStage) => columns[stage].filter(({ id }) => id !== dragged);
	const describe = ({ stage, index }: DropPlace) =>
		`Place ${index + 1} of ${others(stage).length + 1} in ${stageNames[stage]}.`;

	const followKeys: KeyboardCoordinateGetter = (event) => {
		const present = latest.current.place;
		const next = present && neighbourOf(present, event.code, stages, (stage) => others(stage).length);
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
		const stage = stages.find((each) => columns[each].some((card) => card.id === id));
		if (!stage) return;
		const index = columns[stage].findIndex((card) => card.id === id);
		latest.current = { place: { stage, index }, byKey: activatorEvent instanceof KeyboardEvent };
		setDragged(id);
		setPlace({ stage, index });
		announce(
			`Picked up ${columns[stage][index]?.name}. Place ${index + 1} of ${columns[stage].length} in ${stageNames[stage]}.`,
		);
	}

	function end(dropped: boolean) {
		const target = latest.current.place;
		latest.current = { place: null, byKey: false };
		setDragged(null);
		setPlace(null);
		const stays = !target || columns[target.stage].findIndex(({ id }) => id === dragged) === target.index;
		if (!dropped || !dragged || stays) return announce('Left where it was.');
		const cards = others(target.stage);
		// the column may have become shorter meanwhile
		const index = Math.min(target.index, cards.length);
		const above = cards[index - 1]?.id ?? null;
		announce(`Dropped. ${describe({ ...target, index })}`);
		onDrop({ id: dragged, stage: target.stage, above, below: cards[index]?.id ?? null });
	}

	return {
		dragged,
		place,
		announcement,
		announce,
		context: {
			sensors,
			collisionDetection: nearestColumn,
			onDragStart: start,
			onDragEnd: () => end(true),
			onDragCancel: () => end(false),
		},
	};
}

/** How far outside the board, in pixels, a card can be dropped on it. */
const margin = 40;

/** The place that a point lies over: in the nearest column, before the first card whose middle is below it. */
function placeUnder(board: HTMLElement, { x, y }: { x: number; y: number }, dragged: string): DropPlace | null {
	const edge = board.getBoundingClientRect();
	const beside = Math.max(edge.left - x, x - edge.right, edge.top - y, y - edge.bottom);
	if (beside > margin) return null;
	let nearest: { column: HTMLElement; distance: number } | null = null;
	for (const column of board.querySelectorAll<HTMLElement>('[data-column]')) {
		const { left, right } = column.getBoundingClientRect();
		const distance = Math.max(left - x, x - right, 0);
		if (!nearest || distance < nearest.distance) nearest = { column, distance };
	}
	if (!nearest) return null;
	const cards = cardsIn(nearest.column, dragged);
	let [low, high] = [0, cards.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		const rect = cards[middle]?.getBoundingClientRect();
		if (rect && rect.top + rect.height / 2 < y) low = middle + 1;
		else high = middle;
	}
	return { stage: nearest.column.dataset.column as DealStage, index: low };
}

/** The place that an arrow key leads to from another, or null if there is none. */
function neighbourOf(
	place: DropPlace,
	key: string,
	stages: DealStage[],
	count: (stage: DealStage) => number,
): DropPlace | null {
	const { stage, index } = place;
	if (key === KeyboardCode.Up) return index > 0 ? { stage, index: index - 1 } : null;
	if (key === KeyboardCode.Down) return index < count(stage) ? { stage, index: index + 1 } : null;
	if (key !== KeyboardCode.Left && key !== KeyboardCode.Right) return null;
	const next = stages[stages.indexOf(stage) + (key === KeyboardCode.Right ? 1 : -1)];
	return next ? { stage: next, index: Math.min(index, count(next)) } : null;
}

/** Brings a place into view and returns its upper left corner on the screen. */
function cornerOf(
	board: HTMLElement,
	{ stage, index }: DropPlace,
	dragged: string,
): { x: number; y: number } | undefined {
	const column = board.querySelector<HTMLElement>(`[data-column=${stage}]`);
	if (!column) return undefined;
	const cards = cardsIn(column, dragged);
	const beside = cards[index] ?? cards.at(-1);
	(beside ?? column).scrollIntoView({ block: 'nearest', inline: 'nearest' });
	const { left, top } = column.getBoundingClientRect();
	const rect = beside?.getBoundingClientRect();
	return { x: left, y: rect ? (cards[index] ? rect.top : rect.bottom) : top };
}
