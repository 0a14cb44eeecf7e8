/** Asks before the page is left: by closing or reloading it, or by a link. Returns the function that stops asking. */
export function leaveGuard(): () => void {
	const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
	const onClick = (event: MouseEvent) => {
		const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
		const leaves = link instanceof HTMLAnchorElement && link.target !== '_blank' && link.origin === location.origin;
		if (!leaves || event.ctrlKey || event.metaKey || event.shiftKey || link.hash) return;
		if (!window.confirm('Leave this page? What you typed has not been saved.')) {
			event.preventDefault();
			event.stopPropagation();
		}
	};
	window.addEventListener('beforeunload', onUnload);
	// in the capture phase, before Next's own link handler
	document.addEventListener('click', onClick, true);
	return () => {
		window.removeEventListener('beforeunload', onUnload);
		document.removeEventListener('click', onClick, true);
	};
}
