'use client';

import { useState } from 'react';
import { DialogOpener } from '@/components/form/dialog-opener';
import { Button } from '@/components/ui/button';
import { ArrowRightLeftIcon } from '@/components/ui/icons';
import type { MoveContactProps } from './move-contact-dialog';
import { MoveContactDialogLazy } from './move-contact-dialog-lazy';

/** Moves a contact who has left to the company where they work now, in a dialog. */
export function MoveContact(props: MoveContactProps) {
	const [open, setOpen] = useState(false);
	return (
		<DialogOpener
			open={open}
			onOpen={() => setOpen(true)}
			trigger={
				<Button variant="ghost">
					<ArrowRightLeftIcon /> Move to their new company…
				</Button>
			}
			dialog={(opener) => <MoveContactDialogLazy {...props} open={open} onOpenChange={setOpen} opener={opener} />}
		/>
	);
}
