'use client';

import { appearsWhenIdle } from '@/components/ui/loaded-when-idle';

/** The offer of a date in a title; the title is typed without its code. */
export const TitleOfferLazy = appearsWhenIdle(() => import('./title-offer').then(({ TitleOffer }) => TitleOffer));
