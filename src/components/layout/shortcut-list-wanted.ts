const name = 'minicrm:shortcut-list';

/** Asks for the list of all shortcuts, from wherever. */
export function wantShortcutList() {
	window.dispatchEvent(new Event(name));
}

/** Calls back whenever the list is asked for. Returns the function that stops it. */
export function onListWanted(show: () => void): () => void {
	window.addEventListener(name, show);
	return () => window.removeEventListener(name, show);
}
