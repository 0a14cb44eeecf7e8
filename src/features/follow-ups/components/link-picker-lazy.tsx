'use client';

import { fieldWhenIdle } from '@/components/ui/loaded-when-idle';

/** What a follow-up is about, in a form that is folded at first; a page is shown without its code. */
export const LinkPickerLazy = fieldWhenIdle(() => import('./link-picker').then(({ LinkPicker }) => LinkPicker));
