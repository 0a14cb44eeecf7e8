'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { cn } from '@/lib/cn';

type PickerOptionLineProps = {
	id: string;
	/** The line that Enter takes. */
	active: boolean;
	/** The choice that stands. */
	selected: boolean;
	onPoint: () => void;
	onTake: () => void;
	children: ReactNode;
};

/** One line of a combobox's list. The input keeps the focus and handles the keys. */
export function PickerOptionLine({ id, active, selected, onPoint, onTake, children }: PickerOptionLineProps) {
	const element = useRef<HTMLDivElement>(null);
	useEffect(() => {
		if (active) element.current?.scrollIntoView({ block: 'nearest' });
	}, [active]);
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: the input handles the keys
		<div
			ref={element}
			id={id}
			role="option"
			tabIndex={-1}
			aria-selected={selected}
			onPointerDown={(event) => event.preventDefault()}
			onPointerMove={onPoint}
			onClick={onTake}
			className={cn(
				'flex min-h-9 cursor-pointer items-center gap-2 rounded-sm px-2 py-1 pointer-coarse:min-h-10',
				active && 'bg-accent text-accent-foreground',
			)}
		>
			{children}
		</div>
	);
}
