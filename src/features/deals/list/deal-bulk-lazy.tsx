'use client';

import { loadedWhenIdle } from '@/components/ui/loaded-when-idle';
import { LoadingText } from '@/components/ui/loading-text';

/** What can be done with all selected deals; a list is shown without its code. */
export const DealBulkLazy = loadedWhenIdle(() => import('./deal-bulk').then(({ DealBulk }) => DealBulk), LoadingText);
