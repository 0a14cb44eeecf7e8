/** Gives the focus to an element, or to the page where there is none any more, as it must not be lost with what had it. */
export function focusPage(element: HTMLElement | null = null): void {
	(element ?? document.getElementById('main'))?.focus({ preventScroll: true });
}
