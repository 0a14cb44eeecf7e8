'use client';

import { useEffect, useOptimistic } from 'react';
import { beginsWithField } from '@/domain/shortcuts';
import { awaitPage, pageArrived } from '@/lib/browser/type-ahead';

let tell: ((path: string) => void) | null = null;

/** Says that another page is asked for. Called inside the transition that ends when that page is shown. */
export function pageAskedFor(path: string) {
	tell?.(path);
}

/** Keeps keys from a page that is being left, until the other is there. */
export function useAwaitedPage() {
	const [isAwaited, setAwaited] = useOptimistic(false);

	useEffect(() => {
		tell = (path) => {
			setAwaited(true);
			awaitPage({ withField: beginsWithField(path) });
		};
		return () => {
			tell = null;
		};
	}, [setAwaited]);

	useEffect(() => {
		if (!isAwaited) pageArrived();
	}, [isAwaited]);
}
