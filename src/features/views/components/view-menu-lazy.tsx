'use client';

import { loadedWhenIdle } from '@/components/ui/loaded-when-idle';

/** The menu of a view; a list is shown without its code. */
export const ViewMenuLazy = loadedWhenIdle(() => import('./view-menu').then(({ ViewMenu }) => ViewMenu));
