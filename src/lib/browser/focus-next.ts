const stops = 'a[href],button,input,select,textarea,summary,[tabindex]';

/** Goes on to what Tab leads to from an element, and selects what stands in it. */
export function focusNext(from: HTMLElement): void {
	const all = [...document.querySelectorAll<HTMLElement>(stops)].filter(
		(each) => each === from || (each.tabIndex >= 0 && !each.matches(':disabled') && each.checkVisibility()),
	);
	const next = all[all.indexOf(from) + 1];
	next?.focus();
	if (next instanceof HTMLInputElement) next.select();
}
