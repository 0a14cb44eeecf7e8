'use client';

import dynamic from 'next/dynamic';

/** Puts a follow-up off; its code is loaded with the first one. */
export const SnoozeFollowUpLazy = dynamic(() =>
	import('./snooze-follow-up').then(({ SnoozeFollowUp }) => SnoozeFollowUp),
);
