'use client';

import { useState } from 'react';
import { FormDialogButton } from '@/components/form/form-dialog-button';
import { message } from '@/components/form/message';
import { useUndoToast } from '@/components/form/undo-toast';
import { Button } from '@/components/ui/button';
import { PlusIcon } from '@/components/ui/icons';
import { createTag } from '../actions';
import { TagFields } from './tag-fields';

/** Makes a tag, in a dialog. */
export function NewTag() {
	const [open, setOpen] = useState(false);
	const undoToast = useUndoToast();
	return (
		<FormDialogButton
			open={open}
			onOpenChange={setOpen}
			trigger={
				<Button variant="outline">
					<PlusIcon /> New tag
				</Button>
			}
			title="New tag"
			description="Companies and contacts can carry it."
			submit="Save tag"
			action={createTag}
			onDone={({ data, changeSet }) => {
				setOpen(false);
				undoToast(message`Created ${data.name}`, changeSet);
			}}
		>
			<TagFields colour="slate" />
		</FormDialogButton>
	);
}
