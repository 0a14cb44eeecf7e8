import type { Wanted } from '@/domain/creating';

const name = 'minicrm:create';

/** Asks for the dialog that creates something, from wherever. Returns whether the page has such dialogs. */
export function wantCreate(wanted: Wanted): boolean {
	return !window.dispatchEvent(new CustomEvent(name, { detail: wanted, cancelable: true }));
}

/** Calls back whenever one is asked for. Returns the function that stops it. */
export function onCreateWanted(open: (wanted: Wanted) => void): () => void {
	const listener = (event: Event) => {
		event.preventDefault();
		open((event as CustomEvent<Wanted>).detail);
	};
	window.addEventListener(name, listener);
	return () => window.removeEventListener(name, listener);
}
