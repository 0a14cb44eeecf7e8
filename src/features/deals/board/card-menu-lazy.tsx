'use client';

import dynamic from 'next/dynamic';
import { AwaitField } from '@/components/layout/await-field';

/** The menu of a card; its code is loaded with the first one that is opened. */
export const CardMenuLazy = dynamic(() => import('./card-menu').then(({ CardMenu }) => CardMenu), {
	loading: AwaitField,
});
