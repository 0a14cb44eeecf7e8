'use client';

import {
	closestCenter,
	DndContext,
	PointerSensor,
	useDraggable,
	useDroppable,
	useSensor,
	useSensors,
} from '@dnd-kit/core';
import { type KeyboardEvent, type ReactNode, type RefObject, useRef } from 'react';
import { GripVerticalIcon } from '@/components/ui/icons';
import { cn } from '@/lib/cn';
import { followCarried, lineAt } from './carried-line';

type CarriedLinesProps = {
	/** The list, whose own lines say by `data-line` which they are. */
	list: RefObject<HTMLElement | null>;
	/** What is scrolled around it; the page unless given. */
	scroller?: RefObject<HTMLElement | null>;
	/** Called when a line was put in the place of another one. */
	onDrop: (id: string, onto: string) => void;
	children: ReactNode;
};

// each step is announced in the list's own words
const silent = { onDragStart: none, onDragOver: none, onDragEnd: none, onDragCancel: none };
function none() {
	return undefined;
}

/** A list whose lines are carried by their handles. */
export function CarriedLines({ list, scroller, onDrop, children }: CarriedLinesProps) {
	const endCarrying = useRef((): number => 0);
	const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }));
	return (
		<DndContext
			sensors={sensors}
			collisionDetection={closestCenter}
			accessibility={{ announcements: silent, restoreFocus: false }}
			onDragStart={({ activatorEvent }) => {
				const around = scroller?.current ?? document.scrollingElement;
				endCarrying.current = followCarried(activatorEvent as PointerEvent, around);
			}}
			onDragEnd={({ active }) => {
				const by = endCarrying.current();
				const lines = [...(list.current?.querySelectorAll<HTMLElement>(':scope > [data-line]') ?? [])];
				const carried = lines.find(({ dataset }) => dataset.line === active.id);
				const onto = carried && lineAt(lines, carried, by)?.dataset.line;
				if (onto) onDrop(String(active.id), onto);
			}}
			onDragCancel={() => endCarrying.current()}
		>
			{children}
		</DndContext>
	);
}

/** What a line of such a list carries: its element, its looks on its way and under another one, and what its handle hears. */
export function useCarriedLine(
	id: string,
	{ disabled = false, carriedLooks }: { disabled?: boolean; carriedLooks: string },
) {
	const drag = useDraggable({ id, disabled });
	const { active, isOver, rect, setNodeRef } = useDroppable({ id, disabled });
	const isBelow = (active?.rect.current.initial?.top ?? 0) < (rect.current?.top ?? 0);
	return {
		line: {
			ref: (line: HTMLElement | null) => {
				drag.setNodeRef(line);
				setNodeRef(line);
			},
			'data-line': id,
			style: drag.transform ? { transform: `translateY(${drag.transform.y}px)` } : undefined,
		},
		looks: cn(
			drag.isDragging && carriedLooks,
			// where it would come to stand
			isOver && !drag.isDragging && (isBelow ? 'shadow-[0_2px_0_var(--primary)]' : 'shadow-[0_-2px_0_var(--primary)]'),
		),
		handle: { ref: drag.setActivatorNodeRef, ...drag.listeners },
	};
}

type CarryHandleProps = { handle: ReturnType<typeof useCarriedLine>['handle']; className?: string };

/** What a line is carried by. */
export function CarryHandle({ handle, className }: CarryHandleProps) {
	return (
		<span
			{...handle}
			title="Drag to move"
			className={cn('grid size-7 shrink-0 cursor-grab touch-none place-content-center', className)}
		>
			<GripVerticalIcon className="size-4 text-muted-foreground" />
		</span>
	);
}

/** Moves a line by Alt with an arrow key. */
export function carryByKey(event: KeyboardEvent, onMove: (by: 1 | -1) => void) {
	const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
	if (!event.altKey || !by) return;
	event.preventDefault();
	onMove(by);
}
