'use client';

import dynamic from 'next/dynamic';

/** What can be done with all selected activities; its dialog is loaded with the first selection. */
export const ActivityBulkLazy = dynamic(() => import('./activity-bulk').then(({ ActivityBulk }) => ActivityBulk), {
	loading: () => <span className="text-muted-foreground text-sm">Loading…</span>,
});
