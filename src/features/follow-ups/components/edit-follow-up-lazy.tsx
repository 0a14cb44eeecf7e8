'use client';

import { loadedWhenIdle } from '@/components/ui/loaded-when-idle';

/** The fields of a follow-up that is edited in its line; a line is shown without their code. */
export const EditFollowUpLazy = loadedWhenIdle(() =>
	import('./edit-follow-up').then(({ EditFollowUp }) => EditFollowUp),
);
