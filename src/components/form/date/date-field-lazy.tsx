'use client';

import { FieldStandIn } from '@/components/ui/field-stand-in';
import { loadedWhenIdle } from '@/components/ui/loaded-when-idle';

/** A day in a form that is folded at first; a page is shown without its code. */
export const DateFieldLazy = loadedWhenIdle(
	() => import('./date-field').then(({ DateField }) => DateField),
	FieldStandIn,
);
