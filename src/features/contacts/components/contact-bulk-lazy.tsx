'use client';

import dynamic from 'next/dynamic';

/** What can be done with all selected contacts; its dialogs are loaded with the first selection. */
export const ContactBulkLazy = dynamic(() => import('./contact-bulk').then(({ ContactBulk }) => ContactBulk), {
	loading: () => <span className="text-muted-foreground text-sm">Loading…</span>,
});
