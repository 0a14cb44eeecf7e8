/** Stands where code is being loaded that a click has asked for. */
export function LoadingText() {
	return <span className="text-muted-foreground text-sm">Loading…</span>;
}
