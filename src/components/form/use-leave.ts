'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { entryAt } from '@/lib/browser/page-history';

/**
 * A function that leaves a page whose work is done, such as a form that is saved: Back must not lead to it again. Where the
 * page before it is the one to go to, that is Back.
 */
export function useLeave() {
	const router = useRouter();
	return (path: Route) => {
		if (isBefore(path)) router.back();
		else router.replace(path);
	};
}

/** Whether Back leads to this very address, without loading the app again. */
function isBefore(path: string): boolean {
	const before = entryAt(-1);
	return before?.sameDocument === true && before.url === new URL(path, window.location.href).href;
}
