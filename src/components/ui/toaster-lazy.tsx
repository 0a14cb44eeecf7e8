'use client';

import { loadedWhenIdle } from './loaded-when-idle';

const NothingYet = () => null;

/** The corner for messages; a page is shown without its code. */
export const ToasterLazy = loadedWhenIdle(() => import('./sonner').then(({ Toaster }) => Toaster), NothingYet);
