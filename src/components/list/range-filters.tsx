'use client';

import { useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { SlidersHorizontalIcon } from '@/components/ui/icons';
import type { RangeFiltersProps } from './range';
import { RangeFormLazy } from './range-form-lazy';

/** A button that opens a line of fields for all ranges; what is entered leads to other rows in one go. */
export function RangeFilters(props: RangeFiltersProps) {
	const { label, query } = props;
	const id = useId();
	const [open, setOpen] = useState(false);
	const button = useRef<HTMLButtonElement>(null);
	function close() {
		setOpen(false);
		button.current?.focus();
	}
	return (
		<>
			<Button ref={button} variant="outline" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
				<SlidersHorizontalIcon /> <span>{label}</span>
			</Button>
			{open && <RangeFormLazy key={query} id={id} {...props} onClose={close} />}
		</>
	);
}
