'use client';

import { fieldWhenIdle } from '@/components/ui/loaded-when-idle';

/** The form that is folded at first; a deal is shown without its code. */
export const AddDealPersonFormLazy = fieldWhenIdle(() =>
	import('./add-deal-person-form').then(({ AddDealPersonForm }) => AddDealPersonForm),
);
