'use client';

import { useDraggable, useDroppable } from '@dnd-kit/core';
import { Checkbox } from '@/components/ui/checkbox';
import { GripVerticalIcon } from '@/components/ui/icons';
import { cn } from '@/lib/cn';

type ColumnLineProps = {
	id: string;
	head: string;
	isShown: boolean;
	/** Always shown, and first. */
	isFixed?: boolean;
	onMove?: (by: 1 | -1) => void;
	onToggle?: () => void;
};

/** A column that can be shown, hidden, and moved by its handle or by Alt with an arrow key. */
export function ColumnLine({ id, head, isShown, isFixed = false, onMove, onToggle }: ColumnLineProps) {
	const drag = useDraggable({ id, disabled: !onMove });
	const drop = useDroppable({ id, disabled: !onMove });
	const { active, isOver } = drop;
	const isBelow = (active?.rect.current.initial?.top ?? 0) < (drop.rect.current?.top ?? 0);
	return (
		<li
			ref={(line) => {
				drag.setNodeRef(line);
				drop.setNodeRef(line);
			}}
			style={drag.transform ? { transform: `translateY(${drag.transform.y}px)` } : undefined}
			className={cn(
				'flex h-8 items-center rounded-md pr-2 pl-1 hover:bg-muted has-focus-visible:bg-accent pointer-coarse:h-11',
				drag.isDragging && 'relative z-10 bg-accent shadow-md',
				// where it would come to stand
				isOver &&
					!drag.isDragging &&
					(isBelow ? 'shadow-[0_2px_0_var(--primary)]' : 'shadow-[0_-2px_0_var(--primary)]'),
			)}
		>
			<span
				ref={drag.setActivatorNodeRef}
				{...drag.listeners}
				className={cn('grid size-7 shrink-0 touch-none place-content-center', onMove ? 'cursor-grab' : 'invisible')}
			>
				<GripVerticalIcon className="size-4 text-muted-foreground" />
			</span>
			<label htmlFor={`show-${id}`} className="flex min-w-0 flex-1 cursor-pointer items-center gap-2 self-stretch">
				<span className="min-w-0 flex-1 truncate">{head}</span>
				<Checkbox
					id={`show-${id}`}
					data-column={id}
					checked={isShown}
					disabled={isFixed}
					aria-keyshortcuts={onMove && 'Alt+ArrowUp Alt+ArrowDown'}
					onCheckedChange={() => onToggle?.()}
					onKeyDown={(event) => {
						const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
						if (!event.altKey || !by || !onMove) return;
						event.preventDefault();
						onMove(by);
					}}
				/>
			</label>
		</li>
	);
}
