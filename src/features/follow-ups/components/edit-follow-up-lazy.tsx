'use client';

import dynamic from 'next/dynamic';

/** Edits a follow-up in its line; its code is loaded with the first one. */
export const EditFollowUpLazy = dynamic(() => import('./edit-follow-up').then(({ EditFollowUp }) => EditFollowUp));
