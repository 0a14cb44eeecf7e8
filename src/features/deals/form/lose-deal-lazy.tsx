'use client';

import { loadedWhenIdle } from '@/components/ui/loaded-when-idle';

/** Asks why a deal is lost; a deal is shown without its code. */
export const LoseDealLazy = loadedWhenIdle(() => import('./lose-deal').then(({ LoseDeal }) => LoseDeal));
