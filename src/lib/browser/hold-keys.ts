import { pressEnter } from './press-key';

/**
 * Holds keys back until whoever has just been woken up listens for them, and then presses them one after the other, so that
 * what each of them does is there before the next. Where one of them leads the focus into a field, such as that of a question, the next
 * ones are the field's: a key that is pressed again by code writes nothing and sends no form.
 */
export function holdKeysForListener(): void {
	const held: KeyboardEvent[] = [];
	const hold = (event: KeyboardEvent) => {
		if (isPressing) return;
		if (event.isTrusted && held.length === 0 && focusedField()) return;
		event.preventDefault();
		event.stopImmediatePropagation();
		held.push(event);
	};
	let isPressing = false;
	const pressNext = () => {
		const key = held.shift();
		if (!key) return window.removeEventListener('keydown', hold, true);
		const field = key.isTrusted ? focusedField() : null;
		isPressing = true;
		if (field && key.key === 'Enter') pressEnter(field);
		else (key.target ?? document).dispatchEvent(new KeyboardEvent('keydown', key));
		isPressing = false;
		setTimeout(pressNext);
	};
	window.addEventListener('keydown', hold, true);
	// after the timer by which the listener is added
	setTimeout(pressNext);
}

const focusedField = () =>
	document.activeElement instanceof HTMLInputElement || document.activeElement instanceof HTMLTextAreaElement
		? document.activeElement
		: null;
