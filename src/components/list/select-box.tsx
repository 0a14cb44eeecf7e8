/** Selects one row, or without `id` every row on the screen. Read by `SelectionFrame`. */
export function SelectBox({ id, label }: { id?: string; label: React.ReactNode }) {
	return (
		<label>
			<span className="sr-only">{label}</span>
			<input type="checkbox" name={id ? 'selected' : 'select-all'} value={id} autoComplete="off" />
		</label>
	);
}
