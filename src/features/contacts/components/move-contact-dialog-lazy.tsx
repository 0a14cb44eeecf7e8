'use client';

import { loadedWhenIdle } from '@/components/ui/loaded-when-idle';

/** Asks where a contact works now; a contact is shown without its code. */
export const MoveContactDialogLazy = loadedWhenIdle(() =>
	import('./move-contact-dialog').then(({ MoveContactDialog }) => MoveContactDialog),
);
