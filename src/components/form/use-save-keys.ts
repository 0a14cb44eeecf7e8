'use client';

import { type RefObject, useEffect } from 'react';
import { dialogs, isSaveKey } from '@/lib/browser/keyboard';

/**
 * Ctrl+Enter sends a form wherever the focus is in it, in its dialog or, where the page has no other, on its page. Enter does so
 * from a select and a checkbox too, as it does from a line of text.
 */
export function useSaveKeys(form: RefObject<HTMLFormElement | null>) {
	useEffect(() => {
		const element = form.current;
		if (!element) return;
		element.dataset.saves = '';
		const onKeyDown = (event: KeyboardEvent) => {
			if (!(event.target instanceof Element)) return;
			const sends = isSaveKey(event)
				? formToSave(event.target) === element
				: isSentByEnter(event) && element.contains(event.target);
			if (!sends) return;
			event.preventDefault();
			event.stopPropagation();
			if (event.repeat) return;
			settle(event.target);
			// after what that has changed
			queueMicrotask(() => element.requestSubmit());
		};
		// before what Enter means to a field, such as taking what a list offers
		window.addEventListener('keydown', onKeyDown, true);
		return () => window.removeEventListener('keydown', onKeyDown, true);
	}, [form]);
}

/** A line that adds something, on a page that stays, is sent from within alone. */
function formToSave(from: Element): Element | null {
	// it is for a form that is on its way
	if (from.matches('[data-type-ahead]')) return null;
	const around = from.closest('form');
	if (around) return around;
	const dialog = from.closest(dialogs) ?? document.querySelector(dialogs);
	const forms = dialog
		? dialog.querySelectorAll('form[data-saves]')
		: (document.getElementById('main') ?? document).querySelectorAll('form[data-saves]:not([data-stays])');
	return forms.length === 1 ? (forms[0] ?? null) : null;
}

/** An open list takes Enter itself; where the browser cannot say whether it is open, it does not hand the key on. */
function isSentByEnter(event: KeyboardEvent): boolean {
	const isPlain = event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
	if (!isPlain || !(event.target instanceof Element)) return false;
	const isOpen = CSS.supports('selector(:open)') && event.target.matches('select:open');
	// where Enter goes on to the next field, it sends nothing
	if (event.target.closest('[data-enter=next]')) return false;
	return event.target.matches('select,input[type=checkbox]') && !isOpen;
}

/** Has a field take what was typed, as it does when it is left for the button. */
export function settle(field: Element) {
	if (!(field instanceof HTMLInputElement)) return;
	field.blur();
	field.focus({ preventScroll: true });
}
