'use client';

import dynamic from 'next/dynamic';
import { AwaitField } from '@/components/layout/await-field';

/** The menu of a view; its code is loaded with the first one that is opened. */
export const ViewMenuLazy = dynamic(() => import('./view-menu').then(({ ViewMenu }) => ViewMenu), {
	loading: AwaitField,
});
