'use client';

import { useRef, useState } from 'react';
import type { FormFailure } from '@/components/form/form';
import { FormDialogButton } from '@/components/form/form-dialog-button';
import { useUndoToast } from '@/components/form/undo-toast';
import { Button } from '@/components/ui/button';
import { TagsIcon } from '@/components/ui/icons';
import { toast } from '@/components/ui/toast';
import { TagPicker } from './tag-picker';

type BulkTagPickerProps = {
	/** The records to tag. */
	ids: string[];
	/** What they are, counted: "3 companies". */
	noun: string;
	/** Takes what `bulkTags` describes. */
	action: (input: unknown) => Promise<{ ok: true; data: { changed: number }; changeSet: string } | FormFailure>;
	onDone: () => void;
};

/** Adds tags to many records and removes others, in a dialog. */
export function BulkTagPicker({ ids, noun, action, onDone }: BulkTagPickerProps) {
	const [open, setOpen] = useState(false);
	const done = useRef(false);
	const undoToast = useUndoToast();
	return (
		<FormDialogButton
			open={open}
			onOpenChange={setOpen}
			trigger={
				<Button variant="outline">
					<TagsIcon /> Tag
				</Button>
			}
			title={`Tag ${noun}`}
			description="Tags that a record has already, or does not have, are left as they are."
			submit="Save tags"
			// at the top and not cut off: the suggestions hang below the fields
			className="top-4 translate-y-0 overflow-visible sm:top-24"
			onCloseAutoFocus={(event) => {
				if (!done.current) return;
				// the button is gone with the selection
				event.preventDefault();
				document.getElementById('main')?.focus();
			}}
			action={({ add, remove }) => action({ ids, add: JSON.parse(String(add)), remove: JSON.parse(String(remove)) })}
			onDone={({ data, changeSet }) => {
				if (data.changed > 0) undoToast(`Changed the tags of ${noun}`, changeSet);
				else toast.info('Nothing to change: the tags are like that already.');
				done.current = true;
				setOpen(false);
				onDone();
			}}
		>
			<div className="flex flex-col gap-4">
				<TagPicker name="add" label="Tags to add" />
				<TagPicker name="remove" label="Tags to remove" existingOnly />
			</div>
		</FormDialogButton>
	);
}
