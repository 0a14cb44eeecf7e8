'use client';

import dynamic from 'next/dynamic';

/** The line that logs an activity; its code is loaded where it is shown, not with every page of a record. */
export const LogActivityLazy = dynamic(() => import('./log-activity').then(({ LogActivity }) => LogActivity));
