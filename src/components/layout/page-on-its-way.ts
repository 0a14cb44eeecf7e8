'use client';

import { useEffect, useOptimistic, useState } from 'react';
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
	/** Changes with the page itself, also where that is there before anybody has seen it awaited. */
	const [arrived, setArrived] = useState(0);

	useEffect(() => {
		tell = (path) => {
			setAwaited(true);
			setArrived((count) => count + 1);
			document.documentElement.dataset.going = '';
			awaitPage({ withField: beginsWithField(path) });
		};
		return () => {
			tell = null;
		};
	}, [setAwaited]);

	// biome-ignore lint/correctness/useExhaustiveDependencies: it is over with each page that arrives
	useEffect(() => {
		if (isAwaited) return;
		delete document.documentElement.dataset.going;
		marked?.removeAttribute('data-going');
		marked = null;
		pageArrived();
	}, [isAwaited, arrived]);
}
