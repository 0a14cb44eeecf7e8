// A form that is sent before the page's code has come. Without this, the browser would send it itself, and the page that comes
// back is an empty form.

declare global {
	interface HTMLFormElement {
		sentEarly?: true;
	}
}

/** Stands in the page itself: keeps the browser from sending what the page's code sends, and writes down that it was asked for. */
export const earlySubmitScript = `addEventListener('submit', (event) => {
	const form = event.target;
	if (!(form instanceof HTMLFormElement) || !('waits' in form.dataset)) return;
	event.preventDefault();
	form.sentEarly = true;
}, true)`;

/** To be called once a form can be sent: sends it if somebody has asked for that before. */
export function sendIfSentEarly(form: HTMLFormElement): void {
	delete form.dataset.waits;
	if (form.sentEarly) form.requestSubmit();
}
