'use client';

import { useEffect, useOptimistic } from 'react';
import { beginsWithField } from '@/domain/shortcuts';
import { awaitPage, pageArrived } from '@/lib/browser/type-ahead';

let tell: ((path: string) => void) | null = null;
/** The link that was clicked last, while its page is on its way. */
let marked: HTMLElement | null = null;

/** Lets a link look at once as if its page were there; the page itself may come later. */
export function markLink(link: HTMLElement) {
	marked?.removeAttribute('data-going');
	marked = link;
	link.dataset.going = '';
}

/** Says that another page is asked for. Called inside the transition that ends when that page is shown. */
export function pageAskedFor(path: string) {
	tell?.(path);
}

/** Keeps keys from a page that is being left, until the other is there, and marks the document for the line that says so. */
export function useAwaitedPage() {
	const [isAwaited, setAwaited] = useOptimistic(false);

	useEffect(() => {
		tell = (path) => {
			setAwaited(true);
			document.documentElement.dataset.going = '';
			awaitPage({ withField: beginsWithField(path) });
		};
		return () => {
			tell = null;
		};
	}, [setAwaited]);

	useEffect(() => {
		if (isAwaited) return;
		delete document.documentElement.dataset.going;
		marked?.removeAttribute('data-going');
		marked = null;
		pageArrived();
	}, [isAwaited]);
}
