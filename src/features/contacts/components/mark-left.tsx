'use client';

import { useState } from 'react';
import { DialogOpener } from '@/components/form/dialog-opener';
import { Button } from '@/components/ui/button';
import { LogOutIcon } from '@/components/ui/icons';
import type { MarkLeftProps } from './mark-left-dialog';
import { MarkLeftDialogLazy } from './mark-left-dialog-lazy';

/** Marks a contact as one who has left the company, in a dialog. */
export function MarkLeft(props: MarkLeftProps) {
	const [open, setOpen] = useState(false);
	return (
		<DialogOpener
			open={open}
			onOpen={() => setOpen(true)}
			trigger={
				<Button variant="ghost">
					<LogOutIcon /> Left company…
				</Button>
			}
			dialog={(opener) => <MarkLeftDialogLazy {...props} open={open} onOpenChange={setOpen} opener={opener} />}
		/>
	);
}
