'use client';

import { loadedWhenIdle } from '@/components/ui/loaded-when-idle';

/** What came of a meeting, in a dialog whose code no page needs to be shown. */
export const OutcomeDialogLazy = loadedWhenIdle(() =>
	import('./outcome-dialog').then(({ OutcomeDialog }) => OutcomeDialog),
);
