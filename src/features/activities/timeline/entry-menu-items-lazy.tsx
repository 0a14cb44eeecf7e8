'use client';

import { loadedWhenIdle } from '@/components/ui/loaded-when-idle';

/** The menu of an entry; a timeline is shown without its code. */
export const EntryMenuItemsLazy = loadedWhenIdle(() =>
	import('./entry-menu-items').then(({ EntryMenuItems }) => EntryMenuItems),
);
