'use client';

import dynamic from 'next/dynamic';
import { LoadingText } from '@/components/ui/loading-text';

/** What can be done with all selected deals; its dialog is loaded with the first selection. */
export const DealBulkLazy = dynamic(() => import('./deal-bulk').then(({ DealBulk }) => DealBulk), {
	loading: LoadingText,
});
