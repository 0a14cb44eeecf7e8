// A form that is sent before the page's code has come. Without this, the browser would send it itself, and the page that comes
// back is an empty form.

declare global {
	interface HTMLFormElement {
		sentEarly?: true;
	}
}

/**
 * Its text stands in the page itself, so it uses nothing of this file: keeps the browser from sending what the page's code sends,
 * and writes down that it was asked for, also by Ctrl+Enter (⌘ Enter), which `useSaveKeys` takes later.
 */
export function hearEarlySubmits(): void {
	const listen = <Name extends 'submit' | 'keydown'>(name: Name, heard: (event: WindowEventMap[Name]) => void) =>
		addEventListener(name, heard, true);
	const keep = (event: Event, form: HTMLFormElement) => {
		event.preventDefault();
		form.sentEarly = true;
	};
	listen('submit', (event) => {
		const form = event.target;
		if (form instanceof HTMLFormElement && 'waits' in form.dataset) keep(event, form);
	});
	listen('keydown', (event) => {
		const { target, key, ctrlKey, metaKey, altKey, shiftKey, isComposing } = event;
		const saves = key === 'Enter' && (ctrlKey || metaKey) && !altKey && !shiftKey && !isComposing;
		if (!saves || !(target instanceof Element)) return;
		const last = document.earlyInput?.entries.at(-1);
		// what is typed for something on its way is not sent with what is there already
		if (target.matches('[data-type-ahead]') && (!document.earlyInput || (last && 'key' in last))) return;
		const around = target.closest('form');
		const all = document.querySelectorAll<HTMLFormElement>('#main form[data-waits]:not([data-stays])');
		const waiting = around ? [around] : [...all];
		if (waiting.length === 1 && waiting[0] && 'waits' in waiting[0].dataset) keep(event, waiting[0]);
	});
}

/** To be called once a form can be sent: sends it if somebody has asked for that before. */
export function sendIfSentEarly(form: HTMLFormElement): void {
	delete form.dataset.waits;
	if (form.sentEarly) form.requestSubmit();
}
