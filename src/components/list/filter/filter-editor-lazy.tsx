'use client';

import { loadedWhenIdle } from '@/components/ui/loaded-when-idle';
import type { FilterEditorShellProps } from './filter-editor';

/** The editor of a list's filters; a list is shown without its code. */
export const FilterEditorLazy = loadedWhenIdle<FilterEditorShellProps>(() =>
	import('./filter-editor').then(({ FilterEditor }) => FilterEditor),
);
