import { focusNext } from './focus-next';

// Keys that were pressed before anybody heard them, by what they write or by their names.

const control = 'Control+';
/** Ctrl+Enter, or ⌘ Enter on a Mac. */
export const saveKey = `${control}Enter`;

/** Whether a key is one that writes a letter; some are two to the language. */
export const isWritten = (key: string) => [...key].length === 1;

/** Presses a key on what has the focus. */
export function press(target: Element, key: string) {
	const ctrlKey = key.startsWith(control);
	const shiftKey = key === '?' || (isWritten(key) && key !== key.toLowerCase());
	const name = ctrlKey ? key.slice(control.length) : key;
	// of a letter, what it is called depends on the keyboard
	const code = name === ' ' ? 'Space' : isWritten(name) ? '' : name;
	const init = { key: name, code, ctrlKey, shiftKey, bubbles: true, cancelable: true };
	if (!target.dispatchEvent(new KeyboardEvent('keydown', init)) || !(target instanceof HTMLElement)) return;
	// what the browser does with a key that somebody has pressed
	if (key === 'Enter' && target.matches('a,button,summary')) target.click();
	if (key === 'Tab') focusNext(target);
}

/** Presses Enter in a field, which sends its form unless the field has another use for it. */
export function pressEnter(field: HTMLElement) {
	const key = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
	if (field.dispatchEvent(key) && field instanceof HTMLInputElement) field.form?.requestSubmit();
}
