'use client';

import { useEffect, useEffectEvent } from 'react';

/**
 * Asks again what got no answer when the user comes back, be it from the sign-in in another tab or from where there was no
 * network; for as long as `isUnanswered`.
 */
export function useOnReturn(isUnanswered: boolean, askAgain: () => void): void {
	const ask = useEffectEvent(askAgain);
	useEffect(() => {
		if (!isUnanswered) return;
		const onReturn = () => ask();
		window.addEventListener('focus', onReturn);
		window.addEventListener('online', onReturn);
		return () => {
			window.removeEventListener('focus', onReturn);
			window.removeEventListener('online', onReturn);
		};
	}, [isUnanswered]);
}
