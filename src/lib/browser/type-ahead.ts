import { focusPage } from './focus-page';
import { isComposing, isDialogOpen, isTyping, lastDialog } from './keyboard';

// What is typed between the key or click that opens something and the moment its field has the focus. A real input takes it,
// so that accents, Backspace and composed letters are the browser's own business; then it goes on to the field. While another
// page is on its way, what is typed does nothing on the old one.

/** The input that is typed into meanwhile; it exists only while something is awaited. */
let catcher: HTMLInputElement | null = null;
/** What had the focus before the catcher. */
let before: HTMLElement | null = null;
/** Whether a field is on its way, and whether a page is. */
let awaitsField = false;
let awaitsPage = false;
/** Whether Enter came last: it sends what was typed, unless typing goes on. */
let entered = false;
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
	// a finger would get a keyboard on the screen before there is a field
	if (!isBusy && !matchMedia('(pointer: coarse)').matches) focusCatcher();
	return () => {
		if (asked === timesAsked) stopAwaitingField();
	};
}

/** Goes on where a dialog has closed whose field had the focus: what is typed next is meant for what is awaited. */
export function awaitAfterDialog() {
	if (!isAwaiting()) return;
	focusCatcher();
	before = null;
}

/** What the user is at: what has the focus, or had it before typing was kept for a field on its way; null for the page itself. */
export function focusedElement(): HTMLElement | null {
	const focused = catcher && document.activeElement === catcher ? before : document.activeElement;
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
		queueMicrotask(() => isAwaiting() || void pressAll([...end()]));
	}
}

/** Takes a key that belongs to what is awaited; false where it is the page's. Runs before everything else that listens. */
export function takeKey(event: KeyboardEvent): boolean {
	if (!isAwaiting()) return false;
	const isCaught = catcher !== null && event.target === catcher;
	if (!isText(event)) {
		if (!isCaught || isCombination(event)) return false;
		if (event.key === 'Escape') onEscape();
		entered = event.key === 'Enter';
		// the field that comes is the one that is meant
		if (['Escape', 'Enter', 'Tab'].includes(event.key)) event.preventDefault();
	} else {
		if (!isCaught && (isTyping(event.target) || isPress(event) || isDialogOpen())) return false;
		entered = false;
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
	const isEntered = entered;
	const text = end();
	// after all else that the focus sets off, such as the selection of what stands there
	queueMicrotask(() => {
		if (document.activeElement !== target) return;
		insert(target, text);
		if (isEntered) pressEnter(target);
	});
}

/** Drops what was typed, where the user turns to something else. */
export function dropTypedKeys() {
	if (catcher || awaitsField) end();
}

/** Presses keys one after the other, as soon as something opens typing into that. */
export async function pressAll(keys: readonly string[]) {
	for (const [at, key] of keys.entries()) {
		if (isAwaiting()) focusCatcher();
		const target = document.activeElement ?? document.body;
		const rest = keys.slice(at).filter(({ length }) => length === 1);
		if (isTextEntry(target)) return insert(target, rest.join(''));
		const ctrlKey = key === 'Control+k';
		const shiftKey = key === '?' || (!ctrlKey && key !== key.toLowerCase());
		const init = { key: ctrlKey ? 'k' : key, ctrlKey, shiftKey, bubbles: true, cancelable: true };
		target.dispatchEvent(new KeyboardEvent('keydown', init));
		// what it opens is shown before the next
		await null;
	}
}

function isAwaiting(): boolean {
	return awaitsField || awaitsPage;
}

/** Ends the waiting and returns what was typed. */
function end(): string {
	clearTimeout(giveUp);
	awaitsField = false;
	entered = false;
	const text = catcher?.value ?? '';
	const hadFocus = catcher !== null && document.activeElement === catcher;
	catcher?.remove();
	catcher = null;
	if (hadFocus) focusPage(before?.isConnected ? before : null);
	before = null;
	return text;
}

/** Drops what was typed; of a page that is there already, nothing more is awaited then. */
function onEscape() {
	if (catcher?.value) catcher.value = '';
	else if (!awaitsPage) end();
}

function focusCatcher() {
	if (!catcher) {
		before = document.activeElement instanceof HTMLElement ? document.activeElement : null;
		catcher = document.createElement('input');
		catcher.className = 'pointer-events-none fixed top-0 left-0 size-px opacity-0';
		catcher.tabIndex = -1;
		catcher.autocomplete = 'off';
		catcher.spellcheck = false;
		catcher.dataset.typeAhead = '';
		catcher.setAttribute('aria-label', 'What you type goes to the field that’s opening');
	}
	// a dialog would have the focus back from anywhere else, and takes what is in it along when it goes
	if (!catcher.isConnected) (lastDialog() ?? document.body).append(catcher);
	catcher.focus({ preventScroll: true });
}

function isText(event: KeyboardEvent): boolean {
	if (isComposing(event) || event.key === 'Dead') return true;
	return event.key.length === 1 && !isCombination(event);
}

/** Whether Space presses what has the focus. */
function isPress({ key, target }: KeyboardEvent): boolean {
	return key === ' ' && target instanceof Element && target.closest('button,input,[role=checkbox]') !== null;
}

/** Whether a key is pressed with others that make something else of it; AltGr makes letters. */
function isCombination(event: KeyboardEvent): boolean {
	return !event.getModifierState('AltGraph') && (event.ctrlKey || event.metaKey || event.altKey);
}

const written = ['text', 'search', 'email', 'tel', 'url', 'password', 'number'];

function isTextEntry(target: EventTarget | null): target is HTMLElement {
	if (target instanceof HTMLInputElement) return written.includes(target.type) && !target.readOnly;
	return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);
}

/** Writes into a field as if it were typed: within its limit, and so that it can be undone. */
function insert(field: HTMLElement, text: string) {
	if (text) field.ownerDocument.execCommand('insertText', false, text);
}

function pressEnter(field: HTMLElement) {
	const key = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
	if (field.dispatchEvent(key) && field instanceof HTMLInputElement) field.form?.requestSubmit();
}
