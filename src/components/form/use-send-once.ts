'use client';

import { useLayoutEffect, useRef, useTransition } from 'react';

/**
 * Whether something is being sent, and a function that sends something unless it is. Work that comes to false was refused, and can be sent
 * again at once: the reason is shown a moment before React takes the work for ended, and a press in that moment has to count.
 */
export function useSendOnce(): [pending: boolean, sendOnce: (work: () => Promise<boolean>) => void] {
	const [pending, startSending] = useTransition();
	const isSending = useRef(false);

	// before the effects of what waits for the end, such as a form that sends itself once more
	useLayoutEffect(() => {
		if (!pending) isSending.current = false;
	}, [pending]);

	function sendOnce(work: () => Promise<boolean>) {
		if (isSending.current) return;
		isSending.current = true;
		startSending(async () => {
			isSending.current = await work();
		});
	}

	return [pending, sendOnce];
}
