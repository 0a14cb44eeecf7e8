'use client';

import { loadedWhenIdle } from '@/components/ui/loaded-when-idle';

/** Asks for the name of a view; a list is shown without its code. */
export const ViewDialogLazy = loadedWhenIdle(() => import('./view-dialog').then(({ ViewDialog }) => ViewDialog));
