'use client';

import { type ReactNode, useId } from 'react';

type OptionLineProps = {
	/** Of several options with one name, only one is selected. */
	only?: string | undefined;
	checked: boolean;
	disabled?: boolean;
	/** How many rows it has, once that is known. */
	count?: number | undefined;
	onToggle: (on: boolean) => void;
	/** Where the keys go first. */
	isFirst?: boolean;
	children: ReactNode;
};

/** One option of a field, with a box to tick or a button to select it by. */
export function OptionLine({ only, checked, disabled, count, onToggle, isFirst, children }: OptionLineProps) {
	const id = useId();
	return (
		<div className="filter-option">
			<label htmlFor={id}>
				<input
					id={id}
					type={only === undefined ? 'checkbox' : 'radio'}
					name={only}
					autoComplete="off"
					data-first={isFirst || undefined}
					aria-describedby={count === undefined ? undefined : `${id}-count`}
					checked={checked}
					disabled={disabled}
					onChange={(event) => onToggle(event.target.checked)}
				/>
				<span>{children}</span>
			</label>
			{count !== undefined && <span id={`${id}-count`}>{count.toLocaleString('en')}</span>}
		</div>
	);
}
