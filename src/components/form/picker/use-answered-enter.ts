'use client';

import { useEffect, useState } from 'react';

/**
 * Takes a line at once where the lines are those of the text, and otherwise as soon as they are: who types a name and
 * Enter at one go does not wait to look. Typing on calls it off; `isWaiting` says that a line is still to be taken, and
 * `how` what was held with the key.
 */
export function useAnsweredEnter<How = never>(current: boolean, take: (index: number, how?: How) => void) {
	const [waiting, setWaiting] = useState<{ index: number; how?: How } | null>(null);
	useEffect(() => {
		if (waiting === null || !current) return;
		setWaiting(null);
		take(waiting.index, waiting.how);
	}, [waiting, current, take]);
	// at once where it can be: what is typed after Enter belongs to what comes next
	const enter = (index: number, how?: How) => (current ? take(index, how) : setWaiting({ index, ...(how && { how }) }));
	return { enter, isWaiting: waiting !== null, callOff: () => setWaiting(null) };
}
