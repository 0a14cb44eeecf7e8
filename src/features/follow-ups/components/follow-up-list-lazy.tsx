'use client';

import dynamic from 'next/dynamic';

/** The open follow-ups; their code is loaded where they are shown, not with every page of a record. */
export const FollowUpListLazy = dynamic(() => import('./follow-up-list').then(({ FollowUpList }) => FollowUpList));
