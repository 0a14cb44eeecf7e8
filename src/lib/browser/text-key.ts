import { isComposing } from './keyboard';

/** Whether a key writes a letter, or a part of one. */
export function isText(event: KeyboardEvent): boolean {
	if (isComposing(event) || event.key === 'Dead') return true;
	return event.key.length === 1 && !isCombination(event);
}

/** Whether Space presses what has the focus. */
export function isPress({ key, target }: KeyboardEvent): boolean {
	return key === ' ' && target instanceof Element && target.closest('button,input,[role=checkbox]') !== null;
}

/** Whether a key is pressed with others that make something else of it; AltGr makes letters. */
export function isCombination(event: KeyboardEvent): boolean {
	return !event.getModifierState('AltGraph') && (event.ctrlKey || event.metaKey || event.altKey);
}
