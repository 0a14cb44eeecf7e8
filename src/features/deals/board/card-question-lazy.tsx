'use client';

import { loadedWhenIdle } from '@/components/ui/loaded-when-idle';

/** What is asked about the deal of a card; a board is shown without its code. */
export const CardQuestionLazy = loadedWhenIdle(() =>
	import('./card-question').then(({ CardQuestion }) => CardQuestion),
);
