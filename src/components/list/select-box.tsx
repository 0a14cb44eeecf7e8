import type { ReactNode } from 'react';

/** Selects one row, or with `all` every row on the screen. Read by `SelectionFrame`. */
export function SelectBox({ id, label, all }: { id?: string; label: ReactNode; all?: true }) {
	return (
		<label className="grid size-8 cursor-pointer place-content-center">
			<span className="sr-only">{label}</span>
			<input
				type="checkbox"
				name={all ? 'select-all' : 'selected'}
				value={id}
				autoComplete="off"
				className="size-4 cursor-pointer accent-primary"
			/>
		</label>
	);
}
