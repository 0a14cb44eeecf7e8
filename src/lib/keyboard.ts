/** Whether a key is a shortcut of the page: pressed alone, while nobody is typing and no dialog asks for an answer. */
export function isShortcut(event: KeyboardEvent): boolean {
	if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return false;
	return document.querySelector('[role=dialog],[role=alertdialog]') === null;
}

function isTyping(target: EventTarget | null): boolean {
	if (!(target instanceof HTMLElement)) return false;
	if (target instanceof HTMLInputElement) return target.type !== 'checkbox';
	return target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName);
}
