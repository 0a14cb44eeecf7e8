'use client';

import { fieldWhenIdle } from '@/components/ui/loaded-when-idle';

/** The next step and its day, which a composer shows once it is used. */
export const NextStepLazy = fieldWhenIdle(() => import('./next-step').then(({ NextStep }) => NextStep));
