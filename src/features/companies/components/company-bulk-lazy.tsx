'use client';

import { loadedWhenIdle } from '@/components/ui/loaded-when-idle';
import { LoadingText } from '@/components/ui/loading-text';

/** What can be done with all selected companies; a list is shown without its code. */
export const CompanyBulkLazy = loadedWhenIdle(
	() => import('./company-bulk').then(({ CompanyBulk }) => CompanyBulk),
	LoadingText,
);
