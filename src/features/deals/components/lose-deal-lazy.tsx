'use client';

import dynamic from 'next/dynamic';

/** Asks what a lost deal is lost for; its code is loaded with the first one. */
export const LoseDealLazy = dynamic(() => import('./lose-deal').then(({ LoseDeal }) => LoseDeal));
