'use client';

import { loadedWhenIdle } from '@/components/ui/loaded-when-idle';

/** The days that a follow-up is put off to; a line is shown without their code. */
export const SnoozeFollowUpLazy = loadedWhenIdle(() =>
	import('./snooze-follow-up').then(({ SnoozeFollowUp }) => SnoozeFollowUp),
);
