import type { KeyboardEvent } from 'react';
import { isComposing } from '@/lib/browser/keyboard';

const fields =
	'input:not([type=hidden],[disabled],[data-enter-skips]),select:not([disabled],[data-enter-skips]),textarea:not([disabled])';

/** The fields in their order, of a group of radio buttons the one that is checked. */
function fieldsOf(form: Element): HTMLElement[] {
	return [...form.querySelectorAll<HTMLElement>(fields)].filter(
		(field) =>
			field.checkVisibility() && !(field instanceof HTMLInputElement && field.type === 'radio' && !field.checked),
	);
}

/**
 * For what surrounds the fields of a form that several records are typed into: Enter goes to the next field, and with Shift to the
 * first of the next part. What a field does with Enter itself, such as taking what a list offers, comes first.
 */
export function goOnByEnter(event: KeyboardEvent<HTMLElement>): void {
	const { target, currentTarget: form } = event;
	if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey || isComposing(event.nativeEvent)) return;
	if (event.defaultPrevented || !(target instanceof HTMLElement) || !target.matches('input,select,textarea')) return;
	// a text of several lines keeps its Enter
	if (target instanceof HTMLTextAreaElement && !event.shiftKey) return;
	event.preventDefault();
	const all = fieldsOf(form);
	const part = target.closest('[data-part]');
	const isBehind = (field: HTMLElement) =>
		(target.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
		(field instanceof HTMLInputElement && field.type === 'radio'
			? field.name !== (target as HTMLInputElement).name
			: true);
	const next = all.find((field) => isBehind(field) && (!event.shiftKey || field.closest('[data-part]') !== part));
	// behind the last one stands what saves
	const save = form.closest('form')?.querySelector<HTMLElement>('[type=submit]:not([data-another])');
	(next ?? save)?.focus();
	if (next instanceof HTMLInputElement) next.select();
}
