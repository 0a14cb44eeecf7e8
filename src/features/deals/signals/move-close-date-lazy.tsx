'use client';

import { loadedWhenIdle } from '@/components/ui/loaded-when-idle';

/** The date of a deal in a popover, whose code no page needs to be shown. */
export const MoveCloseDateLazy = loadedWhenIdle(() =>
	import('./move-close-date').then(({ MoveCloseDate }) => MoveCloseDate),
);
