'use client';

import { useLayoutEffect } from 'react';
import { stopOnceFocused } from '@/lib/browser/stop-once-focused';
import { awaitField } from '@/lib/browser/type-ahead';

/** Stands for what is opened by a key or a click while its code is loaded: what is typed meanwhile does nothing elsewhere. */
export function AwaitField() {
	useLayoutEffect(() => {
		const stop = awaitField();
		return () => stopOnceFocused(stop);
	}, []);
	return null;
}
