'use client';

import { loadedWhenIdle } from '@/components/ui/loaded-when-idle';
import type { ColumnsPanelProps } from './columns-panel';

/** The choice of a list's columns; a list is shown without its code. */
export const ColumnsPanelLazy = loadedWhenIdle<ColumnsPanelProps>(() =>
	import('./columns-panel').then(({ ColumnsPanel }) => ColumnsPanel),
);
