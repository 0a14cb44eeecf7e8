const written = ['text', 'search', 'email', 'tel', 'url', 'password', 'number'];

/** Whether an element is one that text is written into. */
export function isTextEntry(target: EventTarget | null): target is HTMLElement {
	if (target instanceof HTMLInputElement) return written.includes(target.type) && !target.readOnly;
	return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);
}

/** Writes into a field as if it were typed: within its limit, and so that it can be undone. */
export function insert(field: HTMLElement, text: string) {
	if (text) field.ownerDocument.execCommand('insertText', false, text);
}
