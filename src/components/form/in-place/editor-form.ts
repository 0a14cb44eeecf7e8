import type { KeyboardEvent } from 'react';

// The form of an editor in place: its fields, its keys, and what it holds.

/** What belongs to an editor: in a list, what is said of the value before it as well. */
export const aroundOf = (form: HTMLElement) => form.closest<HTMLElement>('[popover]') ?? form;

/** Whether there is something to choose before the editor, such as one of two values. */
export const hasChoices = (form: HTMLElement) => aroundOf(form).querySelector('.property-status button') !== null;

/** Keeps a key from the page around, such as the panel that Escape would close. */
export function take(event: KeyboardEvent) {
	event.preventDefault();
	event.stopPropagation();
	event.nativeEvent.stopImmediatePropagation();
}

export const fields = 'input:not([type=hidden]),select,textarea';

/** Enter begins a new line in a text with Shift, and where there is no such key. */
export function isSentByEnter(target: EventTarget, shiftKey: boolean): boolean {
	if (!(target instanceof HTMLTextAreaElement)) return target instanceof Element && target.matches(fields);
	return !shiftKey && !matchMedia('(pointer: coarse)').matches;
}

/** Whether Tab leaves the last field, or the first one where it goes back. */
export function isAtEdge(form: HTMLFormElement, target: EventTarget, goesBack: boolean): boolean {
	const all = [...form.querySelectorAll<HTMLElement>(fields)];
	return target === (goesBack ? all[0] : all.at(-1));
}

/** Has a field take what was typed, as it does when it is left. */
export function settleField(field: EventTarget, isPressed: { current: boolean }) {
	if (!(field instanceof HTMLInputElement) || field.getAttribute('role') !== 'combobox') return;
	isPressed.current = true;
	field.blur();
	field.focus({ preventScroll: true });
	isPressed.current = false;
}

/** What a form would send, to tell whether anything in it has changed. */
export function contentsOf(form: HTMLFormElement): string {
	return JSON.stringify([...new FormData(form)]);
}
