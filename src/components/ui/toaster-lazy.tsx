'use client';

import { appearsWhenIdle } from './loaded-when-idle';
import { toasterComesBy } from './toast';

/** The corner for messages; a page is shown without its code. */
export const ToasterLazy = appearsWhenIdle(() => import('./sonner').then(({ Toaster }) => Toaster), toasterComesBy);
