// A form that is sent before the page's code has come. Without this, the browser would send it itself, and the page that comes
// back is an empty form.

declare global {
	interface HTMLFormElement {
		sentEarly?: true;
	}
}

/**
 * Stands in the page itself: keeps the browser from sending what the page's code sends, and writes down that it was asked for, also
 * by Ctrl+Enter (⌘ Enter), which `useSaveKeys` takes later.
 */
export const earlySubmitScript = `addEventListener('submit', (event) => {
	const form = event.target;
	if (!(form instanceof HTMLFormElement) || !('waits' in form.dataset)) return;
	event.preventDefault();
	form.sentEarly = true;
}, true);
addEventListener('keydown', (event) => {
	const { target, key, ctrlKey, metaKey, altKey, shiftKey } = event;
	const saves = key === 'Enter' && (ctrlKey || metaKey) && !altKey && !shiftKey && !event.isComposing;
	// what is typed for something on its way is not sent with what is there already
	if (!saves || !(target instanceof Element) || target.matches('[data-type-ahead]') && (!document.earlyInput || document.earlyInput.entries.at(-1)?.key)) return;
	const around = target.closest('form');
	const waiting = around ? [around] : document.querySelectorAll('#main form[data-waits]:not([data-stays])');
	if (waiting.length !== 1 || !('waits' in waiting[0].dataset)) return;
	event.preventDefault();
	waiting[0].sentEarly = true;
}, true)`;

/** To be called once a form can be sent: sends it if somebody has asked for that before. */
export function sendIfSentEarly(form: HTMLFormElement): void {
	delete form.dataset.waits;
	if (form.sentEarly) form.requestSubmit();
}
