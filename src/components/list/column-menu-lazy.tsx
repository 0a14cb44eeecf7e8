'use client';

import { loadedWhenIdle } from '@/components/ui/loaded-when-idle';

/** The menu of a column's heading, whose code a table is shown without. */
export const ColumnMenuLazy = loadedWhenIdle(() => import('./column-menu').then(({ ColumnMenu }) => ColumnMenu));
