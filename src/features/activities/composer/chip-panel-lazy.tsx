'use client';

import { loadedWhenIdle } from '@/components/ui/loaded-when-idle';
import type { ChipPanelProps } from './chip-panel';

/** The panel of a chip; a record's page is shown without its code. */
export const ChipPanelLazy = loadedWhenIdle<ChipPanelProps>(() =>
	import('./chip-panel').then(({ ChipPanel }) => ChipPanel),
);
