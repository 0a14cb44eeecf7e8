'use client';

import dynamic from 'next/dynamic';
import { LoadingText } from '@/components/ui/loading-text';

/** What can be done with all selected contacts; its dialogs are loaded with the first selection. */
export const ContactBulkLazy = dynamic(() => import('./contact-bulk').then(({ ContactBulk }) => ContactBulk), {
	loading: LoadingText,
});
