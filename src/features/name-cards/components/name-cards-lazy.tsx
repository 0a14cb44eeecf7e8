'use client';

import { appearsWhenIdle } from '@/components/ui/loaded-when-idle';

/** What names stand for; no page needs its code to be shown. */
export const NameCardsLazy = appearsWhenIdle(() => import('./name-cards').then(({ NameCards }) => NameCards));
