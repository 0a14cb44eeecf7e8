'use client';

import dynamic from 'next/dynamic';
import { LoadingText } from '@/components/ui/loading-text';

/** What can be done with all selected companies; its dialogs are loaded with the first selection. */
export const CompanyBulkLazy = dynamic(() => import('./company-bulk').then(({ CompanyBulk }) => CompanyBulk), {
	loading: LoadingText,
});
