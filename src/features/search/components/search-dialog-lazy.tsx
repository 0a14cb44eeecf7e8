'use client';

import { loadedWhenIdle } from '@/components/ui/loaded-when-idle';

/** The search; a page is shown without its code. */
export const SearchDialogLazy = loadedWhenIdle(() =>
	import('./search-dialog').then(({ SearchDialog }) => SearchDialog),
);
