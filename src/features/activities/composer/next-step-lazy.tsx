'use client';

import { FieldStandIn } from '@/components/ui/field-stand-in';
import { loadedWhenIdle } from '@/components/ui/loaded-when-idle';

/** The next step and its day, which a composer shows once it is used. */
export const NextStepLazy = loadedWhenIdle(() => import('./next-step').then(({ NextStep }) => NextStep), FieldStandIn);
