'use client';

import { loadedWhenIdle } from '@/components/ui/loaded-when-idle';
import { LoadingText } from '@/components/ui/loading-text';

/** What can be done with all selected activities; a list is shown without its code. */
export const ActivityBulkLazy = loadedWhenIdle(
	() => import('./activity-bulk').then(({ ActivityBulk }) => ActivityBulk),
	LoadingText,
);
