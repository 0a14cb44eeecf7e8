'use client';

import { loadedWhenIdle } from '@/components/ui/loaded-when-idle';
import type { FilterEditorProps } from './filter-editing';

/** The editor of a list's filters; a list is shown without its code. */
export const FilterEditorLazy = loadedWhenIdle<FilterEditorProps>(() =>
	import('./filter-editor').then(({ FilterEditor }) => FilterEditor),
);
