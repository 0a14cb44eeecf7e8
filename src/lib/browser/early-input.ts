import { pressAll } from './type-ahead';

// What is done before the page's code has come: a page loads for longer than it takes to press a key or to click.

/** A key that is no text of a field; a button that was clicked; what was clicked twice; a field and what it held after it was last changed. */
type Entry =
	| { key: string }
	| { button: HTMLElement }
	| { twice: HTMLElement }
	| { field: Field; value: string | boolean };
type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

type EarlyInput = { entries: Entry[]; composedIn: EventTarget | null; stop: () => void };

declare global {
	interface Document {
		earlyInput?: EarlyInput;
	}
}

/**
 * Stands in the page itself, and writes down: letters that nobody types into a field, and what opens the search, where
 * Backspace takes the last one away; F2 and double clicks, which edit; clicks on buttons and rows that the browser itself has no
 * answer for; and changed fields.
 */
export const earlyInputScript = `(() => {
const early = document.earlyInput = { entries: [], composedIn: null };
const { entries } = early;
// a row of a list opens in the side panel; what is in it works by itself
const rowOf = (target) => target instanceof Element && !target.closest('button,input,label,select,textarea') && target.closest('[data-row]');
const heard = {
	keydown(event) {
		const { key, target } = event;
		const combined = event.ctrlKey || event.metaKey;
		if (event.altKey || event.isComposing || document.documentElement.dataset.shortcuts === 'off' && !combined) return;
		if (target instanceof Element && target.closest('input,textarea,select,[contenteditable]')) return;
		const last = entries.at(-1);
		const written = combined ? key.toLowerCase() === 'k' && !event.shiftKey && 'Control+k' : key === 'F2' && key || key.length === 1 && (key !== ' ' || last && 'key' in last || rowOf(target)) && key;
		if (written && !event.repeat) entries.push({ key: written });
		else if (key !== 'Backspace' || !last || !('key' in last)) return;
		else entries.pop();
		event.preventDefault();
		// a listener that is added while this very event goes on would answer it a second time
		event.stopPropagation();
	},
	click(event) {
		const { target } = event;
		const button = target instanceof Element && (target.closest('button') || !target.closest('a') && rowOf(target));
		if (!button || button.type && button.type !== 'button' || button.popoverTargetElement) return;
		if (!entries.some((entry) => entry.button === button)) entries.push({ button });
		// React answers a click on what it is about to take over, and would answer it a second time
		event.stopPropagation();
	},
	dblclick(event) {
		const { target } = event;
		if (!(target instanceof Element) || !target.closest('[data-row] td') || target.closest('a,button,input')) return;
		entries.push({ twice: target });
		event.stopPropagation();
	},
	input({ target: field }) {
		const before = entries.findIndex((entry) => entry.field === field);
		if (before >= 0) entries.splice(before, 1);
		entries.push({ field, value: /^(checkbox|radio)$/.test(field.type) ? field.checked : field.value });
	},
	compositionstart({ target }) { early.composedIn = target },
	compositionend() { early.composedIn = null },
};
for (const name in heard) addEventListener(name, heard[name], true);
early.stop = () => { for (const name in heard) removeEventListener(name, heard[name], true) };
})()`;

/** Has the page's code answer what was done before it came, in that order. From now on it listens itself. */
export async function answerEarlyInput(): Promise<void> {
	const early = document.earlyInput;
	if (!early) return;
	early.stop();
	delete document.earlyInput;
	const { entries } = early;
	for (let entry = entries.shift(); entry; entry = entries.shift()) {
		if ('key' in entry) {
			const keys = [entry.key];
			while (entries[0] && 'key' in entries[0]) keys.push((entries.shift() as { key: string }).key);
			await pressAll(keys);
			continue;
		}
		const element = 'button' in entry ? entry.button : 'twice' in entry ? entry.twice : entry.field;
		await takenOver(element);
		if (!element.isConnected) continue;
		if ('button' in entry) entry.button.click();
		else if ('twice' in entry) element.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
		else if (element !== early.composedIn) changeAgain(entry.field, entry.value);
		// what it opens is shown before the next
		await null;
	}
}

/** A part of the page whose code does not come is not waited for any longer; in milliseconds. */
const longestWait = 10_000;

/** Waits until React has made an element its own, which it does part by part where a page is streamed. */
async function takenOver(element: HTMLElement): Promise<void> {
	const isOurs = () => Object.keys(element).some((key) => key.startsWith('__react'));
	const moment = () => new Promise((resolve) => setTimeout(resolve, 10));
	for (const begun = performance.now(); !isOurs() && performance.now() - begun < longestWait; ) await moment();
	// it does so while it renders; what listens is there a moment later
	await moment();
}

/** Changes a field to what it holds already, as React takes no notice of a field that holds what it found there. */
function changeAgain(field: Field, value: string | boolean): void {
	if (typeof value === 'boolean') {
		const box = field as HTMLInputElement;
		box.checked = !value;
		box.click();
	} else if (field instanceof HTMLSelectElement || field.type === 'file') {
		if (field.type !== 'file') field.value = value;
		field.dispatchEvent(new Event('change', { bubbles: true }));
	} else {
		const { selectionStart, selectionEnd } = field;
		field.value = '';
		// past the property by which React keeps note of what it has set
		Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, value);
		if (selectionStart !== null) field.setSelectionRange(selectionStart, selectionEnd);
		field.dispatchEvent(new Event('input', { bubbles: true }));
	}
}
