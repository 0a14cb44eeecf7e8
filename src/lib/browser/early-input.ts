import { keepTyping, pressAll, takeTyped } from './type-ahead';

// What is done before the page's code has come: a page loads for longer than it takes to press a key or to click.

/**
 * A key that is no text of a field; a button that was clicked, or a field whose list was asked for; what was clicked twice; a field
 * and what it held after it was last changed.
 */
type Entry =
	| { key: string }
	| { button: HTMLElement }
	| { twice: HTMLElement }
	| { field: Field; value: string | boolean };
type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

type EarlyInput = {
	entries: Entry[];
	composedIn: EventTarget | null;
	/** What had the focus before the input that takes what makes no keys. */
	before?: Element;
	stop: () => void;
};

declare global {
	interface Document {
		earlyInput?: EarlyInput;
	}
}

/**
 * Its text stands in the page itself, so it uses nothing of this file: writes down letters that nobody types into a field, and
 * what opens the search, where Backspace takes the last one away, Escape all of them, Enter sends them, and Tab goes on; F2 and
 * double clicks, which edit; Space and the arrow keys that carry a card; clicks on buttons, rows and fields with a list that the
 * browser itself has no answer for, and the arrow keys in such fields; and changed fields. After a key or a click, a real input has the focus, for text that comes without keys, such
 * as a composed letter or a paste.
 */
export function hearEarlyInput(attributesOfCatcher: [string, string][]): void {
	const entries: Entry[] = [];
	let catcher: HTMLInputElement | undefined;
	const takeTyped = () => {
		if (!catcher) return;
		for (const key of catcher.value) entries.push({ key });
		catcher.value = '';
	};
	const keepTyping = () => {
		const focused = document.activeElement ?? document.body;
		// a finger would get a keyboard on the screen
		if ((catcher && focused === catcher) || matchMedia('(pointer:coarse)').matches) return;
		if (!catcher) {
			catcher = document.createElement('input');
			for (const [name, value] of attributesOfCatcher) catcher.setAttribute(name, value);
			document.body.append(catcher);
		}
		early.before = focused;
		catcher.focus({ preventScroll: true });
	};
	const lastKey = () => {
		const last = entries.at(-1);
		return last && 'key' in last ? last.key : '';
	};
	// a row of a list opens in the side panel; what is in it works by itself
	const rowOf = (element: Element) =>
		element.closest('button,input,label,select,textarea') ? null : element.closest<HTMLElement>('[data-row]');
	const isListField = (element: Element): element is HTMLInputElement => element.matches('input[role=combobox]');
	const note = (button: HTMLElement) => {
		if (!entries.some((entry) => 'button' in entry && entry.button === button)) entries.push({ button });
	};
	/** What a key is written down as; nothing for a key that is not ours. */
	const written = ({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent, target: Element, caught: boolean) => {
		const last = lastKey();
		if (ctrlKey || metaKey) {
			if (shiftKey) return '';
			return key.toLowerCase() === 'k' ? 'Control+k' : caught && last && key === 'Enter' ? 'Control+Enter' : '';
		}
		if (/^(Enter|Tab|Arrow.+)$/.test(key))
			return caught && last && (key !== 'Enter' || last !== key) && !shiftKey ? key : '';
		const isText =
			key.length === 1 && (key !== ' ' || caught || last || rowOf(target) || target.closest('[data-card]'));
		return key === 'F2' || isText ? key : '';
	};
	const heard: { [name in keyof WindowEventMap]?: (event: WindowEventMap[name]) => void } = {
		keydown(event) {
			const { key, target } = event;
			const caught = target === catcher;
			const off = document.documentElement.dataset.shortcuts === 'off' && !event.ctrlKey && !event.metaKey;
			if (!(target instanceof Element) || event.altKey || event.isComposing || (!caught && off)) return;
			if (!caught && target.closest('input,textarea,select,[contenteditable]')) {
				if (isListField(target) && /^Arrow(Up|Down)$/.test(key)) note(target);
				return;
			}
			const last = lastKey();
			const entry = written(event, target, caught);
			if (entry) {
				if (!event.repeat) entries.push({ key: entry });
				keepTyping();
			} else if (last && key === 'Backspace') entries.pop();
			else if (caught && key === 'Escape') while (lastKey()) entries.pop();
			else if (!caught || key !== 'Enter') {
				// it goes on from where the focus was
				if (caught && key === 'Tab') (early.before as HTMLElement).focus();
				return;
			}
			event.preventDefault();
			// a listener that is added while this very event goes on would answer it a second time
			event.stopPropagation();
		},
		click(event) {
			const { target } = event;
			if (!(target instanceof Element)) return;
			if (isListField(target)) {
				note(target);
				event.stopPropagation();
				return;
			}
			const button = target.closest('button') ?? (target.closest('a') ? null : rowOf(target));
			if (!button || (button instanceof HTMLButtonElement && (button.type !== 'button' || button.popoverTargetElement)))
				return;
			note(button);
			// React answers a click on what it is about to take over, and would answer it a second time
			event.stopPropagation();
			keepTyping();
		},
		dblclick(event) {
			const { target } = event;
			if (!(target instanceof HTMLElement) || !target.closest('[data-row] td') || target.closest('a,button,input'))
				return;
			entries.push({ twice: target });
			event.stopPropagation();
			keepTyping();
		},
		input(event) {
			const field = event.target as Field;
			if (field === catcher) {
				if (!(event as InputEvent).isComposing) takeTyped();
				return;
			}
			const before = entries.findIndex((entry) => 'field' in entry && entry.field === field);
			if (before >= 0) entries.splice(before, 1);
			const isBox = field instanceof HTMLInputElement && /^(checkbox|radio)$/.test(field.type);
			entries.push({ field, value: isBox ? field.checked : field.value });
		},
		compositionstart(event) {
			early.composedIn = event.target;
		},
		compositionend(event) {
			early.composedIn = null;
			if (event.target === catcher) takeTyped();
		},
	};
	const names = Object.keys(heard) as (keyof WindowEventMap)[];
	const each = (change: typeof addEventListener) => {
		for (const name of names) change(name, heard[name] as EventListener, true);
	};
	const early: EarlyInput = {
		entries,
		composedIn: null,
		stop: () => {
			each(removeEventListener);
			if (!catcher) return;
			takeTyped();
			const focused = document.activeElement === catcher;
			catcher.remove();
			if (focused && early.before?.isConnected) (early.before as HTMLElement).focus({ preventScroll: true });
		},
	};
	document.earlyInput = early;
	each(addEventListener);
}

/** Has the page's code answer what was done before it came, in that order. From now on it listens itself. */
export async function answerEarlyInput(): Promise<void> {
	const early = document.earlyInput;
	if (!early) return;
	// what is set while effects run, React shows some time later instead of before the next key
	await null;
	early.stop();
	delete document.earlyInput;
	const { entries } = early;
	const add = (keys: string[]) => entries.push(...keys.map((key) => ({ key })));
	// for a field that stands here already what was pressed before comes first
	if (entries.length > 0) add(takeTyped());
	for (let entry = entries.shift(); entry; entry = entries.shift()) {
		if ('key' in entry) {
			const keys = [entry.key];
			while (entries[0] && 'key' in entries[0]) keys.push((entries.shift() as { key: string }).key);
			await pressAll(keys);
			continue;
		}
		const element = 'button' in entry ? entry.button : 'twice' in entry ? entry.twice : entry.field;
		// what is typed while something is about to open comes after it
		const typed = 'field' in entry ? undefined : keepTyping();
		await takenOver(element);
		if (typed) add(typed());
		if (!element.isConnected) continue;
		// a field that was left again does not open its list
		if ('button' in entry && entry.button.matches('input') && entry.button !== document.activeElement) continue;
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
