'use client';

import { useLayoutEffect } from 'react';
import { awaitField, isTypedAhead } from '@/lib/browser/type-ahead';

/** So many frames what was opened has to take the focus. */
const maxFrames = 30;

/** Stands for what is opened by a key or a click while its code is loaded: what is typed meanwhile does nothing elsewhere. */
export function AwaitField() {
	useLayoutEffect(() => {
		const stop = awaitField();
		// what takes this place has the focus two frames later, on a busy machine after some more; it would close if it lost it again
		let frames = 0;
		const end = () => void (isTypedAhead() && ++frames < maxFrames ? requestAnimationFrame(end) : stop());
		return () => void requestAnimationFrame(() => requestAnimationFrame(end));
	}, []);
	return null;
}
