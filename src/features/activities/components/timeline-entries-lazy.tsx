'use client';

import dynamic from 'next/dynamic';

/** The entries of a timeline. Their code is loaded only when they are shown, not with every page of a record. */
export const TimelineEntriesLazy = dynamic(() =>
	import('./timeline-entries').then(({ TimelineEntries }) => TimelineEntries),
);
