/** The link of the app that a click follows, where nothing else has answered it; null where the browser is to follow it. */
export function linkToFollow(event: MouseEvent): HTMLAnchorElement | null {
	const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
	return link && !event.defaultPrevented && isPlain(event) && isOfTheApp(link) ? link : null;
}

/** Whether a click asks for nothing but the page, such as another tab. */
export function isPlain({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
	return button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;
}

/** Whether a link leads to a page of the app, and not to a file, another site or a place on the page that is open. */
function isOfTheApp(link: HTMLAnchorElement): boolean {
	if (link.origin !== location.origin || link.hasAttribute('download') || (link.target && link.target !== '_self'))
		return false;
	const isHere = link.hash !== '' && link.pathname === location.pathname && link.search === location.search;
	return !isHere && !link.pathname.startsWith('/api/');
}
