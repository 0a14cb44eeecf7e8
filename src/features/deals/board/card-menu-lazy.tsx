'use client';

import { loadedWhenIdle } from '@/components/ui/loaded-when-idle';

/** The menu of a card; no card needs its code to be shown. */
export const CardMenuLazy = loadedWhenIdle(() => import('./card-menu').then(({ CardMenu }) => CardMenu));
