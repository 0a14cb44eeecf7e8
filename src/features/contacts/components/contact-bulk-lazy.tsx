'use client';

import { loadedWhenIdle } from '@/components/ui/loaded-when-idle';
import { LoadingText } from '@/components/ui/loading-text';

/** What can be done with all selected contacts; a list is shown without its code. */
export const ContactBulkLazy = loadedWhenIdle(
	() => import('./contact-bulk').then(({ ContactBulk }) => ContactBulk),
	LoadingText,
);
