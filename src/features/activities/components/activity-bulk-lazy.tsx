'use client';

import dynamic from 'next/dynamic';
import { LoadingText } from '@/components/ui/loading-text';

/** What can be done with all selected activities; its dialog is loaded with the first selection. */
export const ActivityBulkLazy = dynamic(() => import('./activity-bulk').then(({ ActivityBulk }) => ActivityBulk), {
	loading: LoadingText,
});
