'use client';

import { fieldWhenIdle } from '@/components/ui/loaded-when-idle';

/** A day in a form that is folded at first; a page is shown without its code. */
export const DateFieldLazy = fieldWhenIdle(() => import('./date-field').then(({ DateField }) => DateField));
