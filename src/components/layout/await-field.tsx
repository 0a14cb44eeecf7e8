'use client';

import { useEffect, useLayoutEffect } from 'react';
import { awaitField, stopAwaitingField } from '@/lib/browser/type-ahead';

/** Stands for what is opened by a key or a click while its code is loaded: what is typed meanwhile does nothing elsewhere. */
export function AwaitField() {
	useLayoutEffect(awaitField, []);
	// after what takes this place has given its field the focus
	useEffect(() => stopAwaitingField, []);
	return null;
}
