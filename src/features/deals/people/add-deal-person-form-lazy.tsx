'use client';

import { FieldStandIn } from '@/components/ui/field-stand-in';
import { loadedWhenIdle } from '@/components/ui/loaded-when-idle';

/** The form that is folded at first; a deal is shown without its code. */
export const AddDealPersonFormLazy = loadedWhenIdle(
	() => import('./add-deal-person-form').then(({ AddDealPersonForm }) => AddDealPersonForm),
	FieldStandIn,
);
