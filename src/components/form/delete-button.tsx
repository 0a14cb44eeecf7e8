'use client';

import { type ReactElement, useState } from 'react';
import { Button } from '@/components/ui/button';
import { TrashIcon } from '@/components/ui/icons';
import { loadedWhenIdle } from '@/components/ui/loaded-when-idle';
import type { DeleteDialogProps } from './delete-dialog';
import { DialogOpener } from './dialog-opener';

const DeleteDialogLazy = loadedWhenIdle(() => import('./delete-dialog').then(({ DeleteDialog }) => DeleteDialog));

type DeleteButtonProps = Omit<DeleteDialogProps, 'opener' | 'open' | 'onOpenChange'> & {
	/** What opens it; a button that says "Delete" unless given. */
	trigger?: ReactElement;
	/** Whether the question is asked, where others decide that as well. */
	open?: boolean;
	onOpenChange?: (open: boolean) => void;
	/** Called when the question is asked, to find out what goes with it. */
	onOpen?: () => void;
};

/** A button that asks before something is deleted, on a page that does not wait for the code of the question. */
export function DeleteButton({ trigger, onOpenChange, onOpen, ...props }: DeleteButtonProps) {
	const [isOpen, setIsOpen] = useState(false);
	const open = props.open ?? isOpen;
	const setOpen = (opens: boolean) => {
		setIsOpen(opens);
		onOpenChange?.(opens);
		if (opens) onOpen?.();
	};
	return (
		<DialogOpener
			trigger={
				trigger ?? (
					<Button variant="outline">
						<TrashIcon /> Delete
					</Button>
				)
			}
			open={open}
			onOpen={() => setOpen(true)}
			dialog={(opener) => <DeleteDialogLazy {...props} opener={opener} open={open} onOpenChange={setOpen} />}
		/>
	);
}
