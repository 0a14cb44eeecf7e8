/**
 * Holds keys back until whoever has just been woken up listens for them, and then presses them one after the other, so that
 * what each of them does is there before the next.
 */
export function holdKeysForListener(): void {
	const held: KeyboardEvent[] = [];
	const hold = (event: KeyboardEvent) => {
		if (!event.isTrusted && event === pressed) return;
		event.preventDefault();
		event.stopImmediatePropagation();
		held.push(event);
	};
	let pressed: KeyboardEvent | undefined;
	const pressNext = () => {
		const key = held.shift();
		if (!key) return window.removeEventListener('keydown', hold, true);
		pressed = new KeyboardEvent('keydown', key);
		(key.target ?? document).dispatchEvent(pressed);
		setTimeout(pressNext);
	};
	window.addEventListener('keydown', hold, true);
	// after the timer by which the listener is added
	setTimeout(pressNext);
}
