'use client';

import dynamic from 'next/dynamic';

/** What can be done with all selected deals; its dialog is loaded with the first selection. */
export const DealBulkLazy = dynamic(() => import('./deal-bulk').then(({ DealBulk }) => DealBulk), {
	loading: () => <span className="text-muted-foreground text-sm">Loading…</span>,
});
