'use client';

import { useEffect, useState } from 'react';

/**
 * Takes a line at once where the lines are those of the text, and otherwise as soon as they are: who types a name and
 * Enter at one go does not wait to look. Typing on calls it off; `isWaiting` says that a line is still to be taken.
 */
export function useAnsweredEnter(current: boolean, take: (index: number) => void) {
	const [waiting, setWaiting] = useState<number | null>(null);
	useEffect(() => {
		if (waiting === null || !current) return;
		setWaiting(null);
		take(waiting);
	}, [waiting, current, take]);
	// at once where it can be: what is typed after Enter belongs to what comes next
	const enter = (index: number) => (current ? take(index) : setWaiting(index));
	return { enter, isWaiting: waiting !== null, callOff: () => setWaiting(null) };
}
