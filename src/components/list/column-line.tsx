'use client';

import { Checkbox } from '@/components/ui/checkbox';
import { cn } from '@/lib/cn';
import { keptName } from '@/lib/list/added-names';
import { CarryHandle, carryByKey, useCarriedLine } from './carried-lines';

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
	const { line, looks, handle } = useCarriedLine(id, {
		disabled: !onMove,
		carriedLooks: 'relative z-10 bg-accent shadow-md',
	});
	return (
		<li
			{...line}
			className={cn(
				'flex h-8 items-center rounded-md pr-2 pl-1 hover:bg-muted has-focus-visible:bg-accent pointer-coarse:h-11',
				looks,
			)}
		>
			<CarryHandle handle={handle} {...(!onMove && { className: 'invisible' })} />
			<label htmlFor={`show-${id}`} className="flex min-w-0 flex-1 cursor-pointer items-center gap-2 self-stretch">
				<span className="min-w-0 flex-1 truncate" {...keptName(id)}>
					{head}
				</span>
				<Checkbox
					id={`show-${id}`}
					data-column={id}
					checked={isShown}
					disabled={isFixed}
					aria-keyshortcuts={onMove && 'Alt+ArrowUp Alt+ArrowDown'}
					onCheckedChange={() => onToggle?.()}
					onKeyDown={(event) => onMove && carryByKey(event, onMove)}
				/>
			</label>
		</li>
	);
}
