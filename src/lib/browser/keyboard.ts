/** Dialogs and drawers; one that is fading out is over. */
export const dialogs = ':is([role=dialog],[role=alertdialog]):not([data-state=closed]),dialog[open]';

/** The cookie that remembers in this browser that single keys are to do nothing by themselves. */
export const SHORTCUTS_COOKIE = 'shortcuts';

/** Whether the cookie's value, or `data-shortcuts` of `<html>`, leaves the shortcuts on. */
export function areShortcutsOn(value: string | undefined): boolean {
	return value !== 'off';
}

/**
 * Whether a key is a shortcut of the page: pressed alone, while nobody is typing, nothing lies over the page, no card is
 * being carried, and shortcuts are wanted at all.
 */
export function isShortcut(event: KeyboardEvent): boolean {
	if (!areShortcutsOn(document.documentElement.dataset.shortcuts)) return false;
	if (event.ctrlKey || event.metaKey || event.altKey || isComposing(event) || isTyping(event.target)) return false;
	return !isOverlaid();
}

/** Whether something lies over the page, or a card is being carried on it. */
export function isOverlaid(): boolean {
	return (
		document.querySelector(`${dialogs},[role=menu],[role=listbox],[popover]:popover-open,[data-carrying]`) !== null
	);
}

/** Whether a key is part of a word that is being put together, as Vietnamese is typed; 229 is how some browsers say so. */
export function isComposing(event: KeyboardEvent): boolean {
	return event.isComposing || event.keyCode === 229;
}

/** Whether a key is Ctrl+Enter, or ⌘ Enter on a Mac. */
export function isSaveKey(event: KeyboardEvent): boolean {
	const isCombination = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
	return event.key === 'Enter' && isCombination && !isComposing(event);
}

/** Whether a dialog or a drawer lies over the page. */
export function isDialogOpen(): boolean {
	return document.querySelector(dialogs) !== null;
}

/** The dialog that lies over all others; undefined if there is none. */
export const lastDialog = () => [...document.querySelectorAll(dialogs)].at(-1);

/** Whether somebody types, or chooses by typing, in what a key goes to. */
export function isTyping(target: EventTarget | null): boolean {
	if (!(target instanceof HTMLElement)) return false;
	if (target instanceof HTMLInputElement) return target.type !== 'checkbox';
	return target.isContentEditable || target.matches('textarea,select,[role=textbox],[role=combobox],[role=searchbox]');
}
