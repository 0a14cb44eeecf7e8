'use client';

import { loadedWhenIdle } from '@/components/ui/loaded-when-idle';
import { LoadingText } from '@/components/ui/loading-text';

/** What a thumb can do with an entry, in a sheet whose code no page needs to be shown. */
export const EntrySheetLazy = loadedWhenIdle(
	() => import('./entry-sheet').then(({ EntrySheet }) => EntrySheet),
	LoadingText,
);
