'use client';

import { useLayoutEffect } from 'react';
import { awaitField } from '@/lib/browser/type-ahead';

/** Stands for what is opened by a key or a click while its code is loaded: what is typed meanwhile does nothing elsewhere. */
export function AwaitField() {
	useLayoutEffect(() => {
		const stop = awaitField();
		// a dialog that takes this place is on the screen, with the focus in its field, two frames later
		return () => void requestAnimationFrame(() => requestAnimationFrame(stop));
	}, []);
	return null;
}
