'use client';

import { loadedWhenIdle } from '@/components/ui/loaded-when-idle';

/** The form of a new card; no board needs its code to be shown. */
export const NewCardLazy = loadedWhenIdle(() => import('./new-card').then(({ NewCard }) => NewCard));
