'use client';
'use no memo';

import { type ReactNode, useRef } from 'react';
import type { ChipContent } from './chip-panel';
import { ChipPanelLazy } from './chip-panel-lazy';

type ChipProps = {
	/** What the chip is about, and what its panel is called. */
	label: string;
	/** What stands there; the label where it is missing. */
	children?: ReactNode;
	icon: ReactNode;
	open: boolean;
	onOpen: (open: boolean) => void;
	/** What its panel changes. */
	content: ChipContent;
	/** Whether the panel's fields are kept while it is closed. */
	keeps?: boolean;
};

/** A value of the composer as a button, which opens a panel to change it. */
export function Chip({ label, children, icon, open, onOpen, content, keeps = false }: ChipProps) {
	const button = useRef<HTMLButtonElement>(null);
	return (
		<span className="contents">
			<button
				ref={button}
				type="button"
				className="chip"
				data-empty={children ? undefined : ''}
				aria-haspopup="dialog"
				aria-expanded={open}
				onClick={() => onOpen(!open)}
			>
				{icon}
				<span className={children ? 'sr-only' : undefined}>{label}</span>
				{children && <span data-cut>{children}</span>}
			</button>
			{(open || keeps) && (
				<ChipPanelLazy
					anchor={button}
					label={label}
					open={open}
					content={content}
					onClose={(byKey) => {
						onOpen(false);
						if (byKey) button.current?.focus();
					}}
				/>
			)}
		</span>
	);
}
