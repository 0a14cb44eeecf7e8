const name = 'minicrm:filter';

/** A field to filter by, and the element that the editor opens beside. */
type WantedFilter = { field: string; anchor: HTMLElement | null };

/** Asks for the editor of a field of the list on the screen, from wherever. */
export function wantFilter(wanted: WantedFilter): void {
	window.dispatchEvent(new CustomEvent(name, { detail: wanted }));
}

/** Calls back whenever one is asked for. Returns the function that stops it. */
export function onFilterWanted(open: (wanted: WantedFilter) => void): () => void {
	const listener = (event: Event) => open((event as CustomEvent<WantedFilter>).detail);
	window.addEventListener(name, listener);
	return () => window.removeEventListener(name, listener);
}
