import { catcherAttributes } from './catcher';
import { focusPage } from './focus-page';
import { isDialogOpen, isSaveKey, isTyping, lastDialog } from './keyboard';
import { isWritten, press, pressEnter, saveKey } from './press-key';
import { insert, isTextEntry } from './text-entry';
import { isCombination, isPress, isText } from './text-key';

// What is typed between the key or click that opens something and the moment its field has the focus. A real input takes it,
// so that accents, Backspace and composed letters are the browser's own business; then it goes on to the field. While another
// page is on its way, what is typed does nothing on the old one.

/** The input that is typed into meanwhile; it exists only while something is awaited. */
let catcher: HTMLInputElement | null = null;
/** What had the focus before the catcher. */
let before: HTMLElement | null = null;
/** Whether a field is on its way, whether a page is, and whether something else comes first. */
let awaitsField = false;
let awaitsPage = false;
let keepsAll = false;
/** Enter or Ctrl+Enter, where that came last: it sends what was typed, unless typing goes on. */
let entered = '';
let giveUp: ReturnType<typeof setTimeout> | undefined;

/** A page that came without the field that was expected of it gets its keys back after so long. */
const maxWaitMilliseconds = 10_000;

/** How often a field has been asked for. */
let timesAsked = 0;

/** Keeps what is typed from now on for the field that has been asked for. Returns what ends that, unless another was asked for. */
export function awaitField(): () => void {
	const asked = ++timesAsked;
	clearTimeout(giveUp);
	awaitsField = true;
	// in a dialog it may be a part that nobody has asked for, while a field of it is typed into
	const isBusy = isDialogOpen() && isTyping(document.activeElement);
	if (!isBusy) focusCatcherUnlessTouched();
	return () => {
		if (asked === timesAsked) stopAwaitingField();
	};
}

/** Keeps what is typed from now on, whatever it is for. Returns what ends that, and says which keys those were. */
export function keepTyping(): () => string[] {
	if (isAwaiting() || isTyping(document.activeElement)) return () => [];
	keepsAll = true;
	focusCatcherUnlessTouched();
	return () => {
		keepsAll = false;
		// what has been asked for meanwhile is what they are for
		if (isAwaiting()) return [];
		const keys = takeTyped();
		end();
		return keys;
	};
}

/** Takes back what was typed for what is awaited, as keys. */
export function takeTyped(): string[] {
	if (!catcher) return [];
	const keys = [...catcher.value].map((letter) => (letter === '\t' ? 'Tab' : letter));
	if (entered) keys.push(entered);
	catcher.value = '';
	entered = '';
	return keys;
}

/** Goes on where a dialog has closed whose field had the focus: what is typed next is meant for what is awaited. */
export function awaitAfterDialog() {
	if (!isAwaiting()) return;
	focusCatcher();
	before = null;
}

/** What the user is at: what has the focus, or had it before typing was kept for a field on its way; null for the page itself. */
export function focusedElement(): HTMLElement | null {
	const { activeElement, earlyInput } = document;
	const isCaught = activeElement?.matches('[data-type-ahead]');
	const focused = !isCaught ? activeElement : activeElement === catcher ? before : earlyInput?.before;
	return focused instanceof HTMLElement && focused !== document.body ? focused : null;
}

/** Whether what is typed is kept for a field at this moment. */
export const isTypedAhead = () => catcher !== null && document.activeElement === catcher;

/** Says that the field is not coming any more: what was typed for it is dropped. */
export function stopAwaitingField() {
	if (awaitsField) end();
}

/** Says that another page has been asked for, and whether it begins with a field. */
export function awaitPage({ withField }: { withField: boolean }) {
	awaitsPage = true;
	if (withField) awaitField();
}

/** Says that the page is there. Keys that found no field on it do what they do there. */
export function pageArrived() {
	if (!awaitsPage) return;
	awaitsPage = false;
	if (awaitsField) {
		clearTimeout(giveUp);
		giveUp = setTimeout(stopAwaitingField, maxWaitMilliseconds);
	} else if (catcher) {
		// first the focus that the page itself gives, if it does
		queueMicrotask(() => {
			if (isAwaiting()) return;
			const keys = takeTyped();
			end();
			void pressAll(keys);
		});
	}
}

/** Takes a key that belongs to what is awaited; false where it is the page's. Runs before everything else that listens. */
export function takeKey(event: KeyboardEvent): boolean {
	if (!isAwaiting()) return false;
	const isCaught = catcher !== null && event.target === catcher;
	if (!isText(event)) {
		const saves = isSaveKey(event);
		if (!isCaught || (isCombination(event) && !saves)) return false;
		if (event.key === 'Escape') onEscape();
		entered = saves ? saveKey : event.key === 'Enter' ? 'Enter' : '';
		// from the field that comes to the one after it
		if (event.key === 'Tab' && !event.shiftKey && catcher?.value) catcher.value += '\t';
		if (['Escape', 'Enter', 'Tab'].includes(event.key)) event.preventDefault();
	} else {
		if (!isCaught && (isTyping(event.target) || isPress(event) || isDialogOpen())) return false;
		entered = '';
		// a key that is still held down from before has done what it does
		if (event.repeat && !catcher?.value) event.preventDefault();
		// what the key writes goes to what has the focus when this is over
		else if (!isCaught) focusCatcher();
	}
	event.stopPropagation();
	return true;
}

/** Lets what was typed go on to the field that has got the focus. */
export function onFocusMoved({ target }: FocusEvent) {
	if (!catcher || target === catcher || !isTextEntry(target)) return;
	const keys = takeTyped();
	end();
	// after all else that the focus sets off, such as the selection of what stands there
	queueMicrotask(() => document.activeElement === target && void pressAll(keys));
}

/** Drops what was typed, where the user turns to something else. */
export function dropTypedKeys() {
	if (catcher || awaitsField || keepsAll) end();
}

/**
 * Presses keys one after the other, as soon as something opens typing into that. A key is what it writes, or its name;
 * Enter opens the link and presses the button that has the focus, and Tab goes on to the next.
 */
export async function pressAll(keys: readonly string[]) {
	const left = [...keys];
	while (left.length > 0) {
		if (isAwaiting()) focusCatcher();
		const target = document.activeElement ?? document.body;
		const end = left.findIndex((key) => !isWritten(key));
		const text = isTextEntry(target) ? left.splice(0, end < 0 ? left.length : end).join('') : '';
		if (text) insert(target as HTMLElement, text);
		const key = text ? undefined : left.shift();
		if (target === catcher) {
			entered = key === 'Enter' || key === saveKey ? key : '';
			if (key === 'Tab') catcher.value += '\t';
		} else if (key === 'Enter' && isTextEntry(target)) pressEnter(target);
		else if (key) press(target, key);
		// what it opens is shown before the next
		await null;
	}
}

function isAwaiting(): boolean {
	return awaitsField || awaitsPage || keepsAll;
}

/** Ends the waiting; what was typed and not taken is dropped. */
function end() {
	clearTimeout(giveUp);
	awaitsField = false;
	keepsAll = false;
	entered = '';
	const hadFocus = catcher !== null && document.activeElement === catcher;
	catcher?.remove();
	catcher = null;
	if (hadFocus) focusPage(before?.isConnected ? before : null);
	before = null;
}

/** Drops what was typed; of a page that is there already, nothing more is awaited then. */
function onEscape() {
	if (catcher?.value) catcher.value = '';
	else if (!awaitsPage) end();
}

/** A finger would get a keyboard on the screen before there is a field. */
function focusCatcherUnlessTouched() {
	if (!matchMedia('(pointer: coarse)').matches) focusCatcher();
}

function focusCatcher() {
	const { activeElement } = document;
	if (activeElement instanceof HTMLElement && activeElement !== catcher && activeElement !== document.body)
		before = activeElement;
	if (!catcher) {
		catcher = document.createElement('input');
		for (const [name, value] of Object.entries(catcherAttributes)) catcher.setAttribute(name, value);
	}
	// a dialog would have the focus back from anywhere else, and takes what is in it along when it goes
	if (!catcher.isConnected) (lastDialog() ?? document.body).append(catcher);
	catcher.focus({ preventScroll: true });
}
