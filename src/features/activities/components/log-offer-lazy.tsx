'use client';

import { loadedWhenIdle } from '@/components/ui/loaded-when-idle';
import { LoadingText } from '@/components/ui/loading-text';

/** What is offered once the user is back; it takes no focus. */
export const LogOfferBarLazy = loadedWhenIdle(
	() => import('./log-offer-bar').then(({ LogOfferBar }) => LogOfferBar),
	LoadingText,
);
