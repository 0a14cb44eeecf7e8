import { dialogs } from '@/lib/browser/keyboard';

/** A link that is the name of a company or a contact, and the page that it is on. */
export type NamedLink = { element: HTMLAnchorElement; kind: 'company' | 'contact'; recordId: string; path: string };

/** How long a mouse rests on a name, or the focus stays on it, before it is explained; in milliseconds. */
const rest = 250;
/** How long a mouse may take from the name to its card. */
const wayToCard = 150;

/** What marks the card: a mouse on it is as good as one on the name. */
export const nameCardMark = 'data-name-card';

/**
 * Tells which name is to be explained: the one that a mouse rests on, or that has the focus by keys; null when neither is so any
 * longer, or Escape was pressed. By one set of listeners for all names. Returns what ends them.
 */
export function watchNames(tell: (link: NamedLink | null) => void): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	/** The link that is explained, or about to be. */
	let present: HTMLAnchorElement | null = null;
	let isTold = false;

	const begin = (link: NamedLink) => {
		clearTimeout(timer);
		if (link.element === present && isTold) return;
		if (isTold) tell(null);
		present = link.element;
		isTold = false;
		timer = setTimeout(() => {
			isTold = true;
			if (link.element.isConnected) tell(link);
		}, rest);
	};
	const end = () => {
		clearTimeout(timer);
		present = null;
		if (isTold) tell(null);
		isTold = false;
	};

	function onPointerMove({ target, pointerType, buttons, movementX, movementY }: PointerEvent) {
		// neither a finger, nor a row that moves under a resting mouse
		if (pointerType !== 'mouse' || buttons > 0 || (movementX === 0 && movementY === 0)) return;
		if (isTold && target instanceof Element && target.closest(`[${nameCardMark}]`)) return clearTimeout(timer);
		if (present && !present.isConnected) end();
		const link = namedLinkOf(target);
		if (link) return link.element === present ? isTold && clearTimeout(timer) : begin(link);
		if (!present || present.matches(':focus-visible')) return;
		if (!isTold) return end();
		clearTimeout(timer);
		timer = setTimeout(end, wayToCard);
	}
	function onFocusIn({ target }: FocusEvent) {
		const link = namedLinkOf(target);
		if (link?.element.matches(':focus-visible')) begin(link);
	}
	function onFocusOut({ target }: FocusEvent) {
		if (target === present) end();
	}
	function onKeyDown(event: KeyboardEvent) {
		if (event.key !== 'Escape' || !isTold) return;
		// it closes the card, and not what the name stands in as well
		event.stopPropagation();
		event.preventDefault();
		end();
	}
	function onPointerDown({ target }: PointerEvent) {
		if (!(target instanceof Element && target.closest(`[${nameCardMark}]`))) end();
	}

	// where they are already, before this code was there
	const isThere = document.querySelector('a[href]:focus-visible, a[href]:hover');
	const thereLink = window.matchMedia('(hover: hover)').matches ? namedLinkOf(isThere) : null;
	if (thereLink) begin(thereLink);

	const ended = new AbortController();
	const { signal } = ended;
	document.addEventListener('pointermove', onPointerMove, { signal, passive: true });
	document.addEventListener('pointerdown', onPointerDown, { signal });
	document.addEventListener('focusin', onFocusIn, { signal });
	document.addEventListener('focusout', onFocusOut, { signal });
	document.addEventListener('scroll', end, { signal, capture: true, passive: true });
	window.addEventListener('keydown', onKeyDown, { signal, capture: true });
	window.addEventListener('blur', end, { signal });
	return () => {
		clearTimeout(timer);
		ended.abort();
	};
}

const address = /^\/(companies|contacts)\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/;

/** The name that an element is or stands in; null where it is none, or that of the record whose page is open. */
export function namedLinkOf(target: EventTarget | null): NamedLink | null {
	const element = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null;
	if (!element || element.origin !== location.origin || element.search !== '' || element.hash !== '') return null;
	const [, list, recordId] = address.exec(element.pathname) ?? [];
	if (!recordId || element.pathname === location.pathname || element.closest(dialogs)) return null;
	return { element, kind: list === 'companies' ? 'company' : 'contact', recordId, path: location.pathname };
}
