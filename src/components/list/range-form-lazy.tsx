'use client';

import { loadedWhenIdle } from '@/components/ui/loaded-when-idle';
import { LoadingText } from '@/components/ui/loading-text';
import type { RangeFormProps } from './range-form';

/** The fields of ranges; a list is shown without their code. */
export const RangeFormLazy = loadedWhenIdle<RangeFormProps>(
	() => import('./range-form').then(({ RangeForm }) => RangeForm),
	LoadingText,
);
