// Keys that are pressed before the page's code has come. A page loads for longer than it takes to press one.

type EarlyKeys = { keys: string[]; hear: (event: KeyboardEvent) => void };

declare global {
	interface Document {
		earlyKeys?: EarlyKeys;
	}
}

/**
 * Stands in the page itself: writes down letters that nobody types into a field, and what opens the search. Backspace takes
 * the last one away.
 */
export const earlyKeysScript = `(() => {
const keys = [];
const hear = (event) => {
	const { key, target } = event;
	const combined = event.ctrlKey || event.metaKey;
	if (event.altKey || event.isComposing || document.documentElement.dataset.shortcuts === 'off' && !combined) return;
	if (target instanceof Element && target.closest('input,textarea,select,[contenteditable]')) return;
	const written = combined ? key.toLowerCase() === 'k' && !event.shiftKey && 'Control+k' : key.length === 1 && (key !== ' ' || keys.length > 0) && key;
	if (written && !event.repeat) keys.push(written);
	else if (key !== 'Backspace' || keys.length === 0) return;
	else keys.pop();
	event.preventDefault();
};
document.earlyKeys = { keys, hear };
addEventListener('keydown', hear, true);
})()`;

/** The keys that were pressed meanwhile, once; from now on the page's code listens itself. */
export function takeEarlyKeys(): string[] {
	const early = document.earlyKeys;
	if (!early) return [];
	window.removeEventListener('keydown', early.hear, true);
	delete document.earlyKeys;
	return early.keys;
}
