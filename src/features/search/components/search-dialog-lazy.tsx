'use client';

import dynamic from 'next/dynamic';

/** The search; its code is loaded when it is first opened. */
export const SearchDialogLazy = dynamic(() => import('./search-dialog').then(({ SearchDialog }) => SearchDialog));
