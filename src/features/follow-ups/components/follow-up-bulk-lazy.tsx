'use client';

import { loadedWhenIdle } from '@/components/ui/loaded-when-idle';
import { LoadingText } from '@/components/ui/loading-text';

/** What can be done with all selected follow-ups; a list is shown without its code. */
export const FollowUpBulkLazy = loadedWhenIdle(
	() => import('./follow-up-bulk').then(({ FollowUpBulk }) => FollowUpBulk),
	LoadingText,
);
