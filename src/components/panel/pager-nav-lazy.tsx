'use client';

import { appearsWhenIdle } from '@/components/ui/loaded-when-idle';

/** The buttons of a pager, which appear once it is known where they lead; the keys work without them. */
export const PagerNavLazy = appearsWhenIdle(() => import('./pager-nav').then(({ PagerNav }) => PagerNav));
