import { wantedAt } from '@/domain/creating';

/** What is on the screen that asks before it is left. */
const guarded = new Set<() => boolean>();

const question = 'Leave this page? What you typed has not been saved.';

/** Asks before the page is left by other ways than a link, such as a key; true where nothing would be lost. */
export function mayLeave(): boolean {
	return ![...guarded].some((isDirty) => isDirty()) || window.confirm(question);
}

/**
 * Asks before the page is left with unsaved changes: by closing or reloading it, by a link, by another form (such as the
 * log-out) or, where the browser lets a page ask, by Back and Forward. `isLostByClick` says otherwise for a link, where a click
 * on anything saves what it can. Returns the function that stops asking.
 */
export function leaveGuard(form: HTMLElement, isDirty: () => boolean, isLostByClick = isDirty): () => void {
	const stops = (event: Event, isLost = isDirty) => {
		if (!isLost() || window.confirm(question)) return;
		event.preventDefault();
		event.stopPropagation();
	};
	const onUnload = (event: BeforeUnloadEvent) => isDirty() && event.preventDefault();
	const onClick = (event: MouseEvent) => {
		const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
		const leaves =
			link instanceof HTMLAnchorElement && link.target !== '_blank' && link.origin === location.origin && !link.hash;
		// what is created over the page leaves it as it is
		const staysOpen = leaves && link.dataset.fullPage === undefined && wantedAt(link.href);
		if (leaves && !staysOpen && !event.ctrlKey && !event.metaKey && !event.shiftKey) stops(event, isLostByClick);
	};
	const onSubmit = (event: SubmitEvent) => {
		const other = event.target as HTMLFormElement;
		if (other !== form && !('stays' in other.dataset)) stops(event);
	};
	const onTraverse = (event: Event) => {
		const { navigationType } = event as Event & { navigationType?: string };
		if (navigationType === 'traverse' && event.cancelable) stops(event);
	};
	const navigation = (window as { navigation?: EventTarget }).navigation;

	guarded.add(isDirty);
	window.addEventListener('beforeunload', onUnload);
	// in the capture phase, before Next's own handlers
	document.addEventListener('click', onClick, true);
	document.addEventListener('submit', onSubmit, true);
	navigation?.addEventListener('navigate', onTraverse);
	return () => {
		guarded.delete(isDirty);
		window.removeEventListener('beforeunload', onUnload);
		document.removeEventListener('click', onClick, true);
		document.removeEventListener('submit', onSubmit, true);
		navigation?.removeEventListener('navigate', onTraverse);
	};
}
