'use client';

import { appearsWhenIdle } from '@/components/ui/loaded-when-idle';

/** Reminds of what is due; no page needs its code to be shown. */
export const RemindersLazy = appearsWhenIdle(() => import('./reminders').then(({ Reminders }) => Reminders));
