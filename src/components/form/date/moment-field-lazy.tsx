'use client';

import { fieldWhenIdle } from '@/components/ui/loaded-when-idle';

/** A day and time in a form that is folded at first; a page is shown without its code. */
export const MomentFieldLazy = fieldWhenIdle(() => import('./moment-field').then(({ MomentField }) => MomentField));
