'use client';

import dynamic from 'next/dynamic';

/** The dialog that asks for a view's name; its code is loaded with the first one that is opened. */
export const ViewDialogLazy = dynamic(() => import('./view-dialog').then(({ ViewDialog }) => ViewDialog));
