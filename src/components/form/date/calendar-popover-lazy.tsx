'use client';

import { loadedWhenIdle } from '@/components/ui/loaded-when-idle';

/** The calendar of a date field; a field is typed into without its code. */
export const CalendarPopoverLazy = loadedWhenIdle(() =>
	import('./calendar-popover').then(({ CalendarPopover }) => CalendarPopover),
);
