/** Whether keys that go to this element are text, and no shortcuts. */
export function isTyping(target: EventTarget | null): boolean {
	if (!(target instanceof HTMLElement)) return false;
	if (target instanceof HTMLInputElement) return target.type !== 'checkbox';
	return target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName);
}
