'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { type ReactNode, useLayoutEffect, useState } from 'react';
import { nextHistoryStep } from '@/lib/browser/page-history';

/**
 * What is said of a page that is not there. Where Back or Forward led to it, it was there before and has been deleted or
 * merged since: they go on to the next page that is there, for as long as there is one.
 */
export function SkipGone({ children }: { children: ReactNode }) {
	// each address is asked by itself, as several pages in a row may be gone
	return <Skip key={`${usePathname()}?${useSearchParams()}`}>{children}</Skip>;
}

function Skip({ children }: { children: ReactNode }) {
	const [step] = useState(() => (typeof window === 'undefined' ? 0 : nextHistoryStep()));
	useLayoutEffect(() => {
		if (step !== 0) window.history.go(step);
	}, [step]);
	return step === 0 ? children : null;
}
