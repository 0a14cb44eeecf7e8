'use client';

import { loadedWhenIdle } from '@/components/ui/loaded-when-idle';

/** The decision map of a company; its page is shown without its code. */
export const DecisionMapLazy = loadedWhenIdle(() => import('./decision-map').then(({ DecisionMap }) => DecisionMap));
