'use client';

import { loadedWhenIdle } from '@/components/ui/loaded-when-idle';

/** Asks about a contact who has left; a contact is shown without its code. */
export const MarkLeftDialogLazy = loadedWhenIdle(() =>
	import('./mark-left-dialog').then(({ MarkLeftDialog }) => MarkLeftDialog),
);
