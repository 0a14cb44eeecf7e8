'use client';
'use no memo';

import { useEffect } from 'react';
import type { PanelKind } from '@/domain/panel-record';

/** Who passes a record by, as on the way through a list with j and k, has not opened it. In milliseconds. */
const shortestLook = 1_000;

/** Keeps that a record was opened, once it has been on the screen for a moment, for the search box. */
export function RecordOpened({ kind, id }: { kind: PanelKind | 'activity'; id: string }) {
	useEffect(() => {
		let timer: ReturnType<typeof setTimeout>;
		// a tab that was opened in the background is not on the screen
		function watch() {
			clearTimeout(timer);
			if (!document.hidden) timer = setTimeout(send, shortestLook);
		}
		function send() {
			document.removeEventListener('visibilitychange', watch);
			// no fetch: this one puts no page aside that was asked for at the press of the button
			navigator.sendBeacon('/api/opened', JSON.stringify({ kind, id }));
		}
		watch();
		document.addEventListener('visibilitychange', watch);
		return () => {
			clearTimeout(timer);
			document.removeEventListener('visibilitychange', watch);
		};
	}, [kind, id]);
	return null;
}
