'use client';

import { startTransition, useEffect, useState } from 'react';
import { hasStarted } from '@/lib/browser/has-started';

/** The height of the lowest card with the gap below it, in pixels. */
const lowestCard = 83;

/**
 * How many cards of a column are drawn: all of them in a page that was loaded. Where the board comes by a click, at first only as many as
 * the screen has room for, and the others once those are seen.
 */
export function useDrawnCards(): number {
	const [count, setCount] = useState(() =>
		hasStarted() ? Math.ceil(window.innerHeight / lowestCard) : Number.POSITIVE_INFINITY,
	);
	useEffect(() => startTransition(() => setCount(Number.POSITIVE_INFINITY)), []);
	return count;
}
