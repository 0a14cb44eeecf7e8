'use client';

import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ColumnsIcon } from '@/components/ui/icons';
import type { ColumnChoice } from './column-choice';
import { ColumnsPanelLazy } from './columns-panel-lazy';

/** Opens the choice of a list's columns. */
export function ColumnsButton({ choice }: { choice: ColumnChoice }) {
	const [open, setOpen] = useState(false);
	const button = useRef<HTMLButtonElement>(null);
	return (
		<>
			<Button
				ref={button}
				variant="ghost"
				aria-haspopup="dialog"
				aria-expanded={open}
				className="[nav+&]:ml-0 ml-auto @max-[28rem]/list:hidden"
				onClick={() => setOpen(!open)}
			>
				<ColumnsIcon /> <span>Columns</span>
			</Button>
			{open && (
				<ColumnsPanelLazy
					choice={choice}
					anchor={button}
					onClose={(byKey) => {
						setOpen(false);
						if (byKey) button.current?.focus();
					}}
				/>
			)}
		</>
	);
}
