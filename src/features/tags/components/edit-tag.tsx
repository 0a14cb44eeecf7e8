'use client';

import { useState } from 'react';
import { FormDialogButton } from '@/components/form/form-dialog-button';
import { message } from '@/components/form/message';
import { useUndoToast } from '@/components/form/undo-toast';
import { Button } from '@/components/ui/button';
import { PencilIcon } from '@/components/ui/icons';
import { editTag } from '../actions';
import type { TagOption } from '../server/tag-queries';
import { TagFields } from './tag-fields';

type EditTagProps = {
	tag: TagOption;
	/** Another tag of this name, if there is one. */
	findOther: (name: string) => TagOption | undefined;
	/** The user wants to merge the tag into that one instead. */
	onMerge: (other: TagOption) => void;
	open: boolean;
	onOpenChange: (open: boolean) => void;
};

/** Renames and recolors a tag in a dialog. If the name is taken, it offers to merge the two. */
export function EditTag({ tag, findOther, onMerge, open, onOpenChange }: EditTagProps) {
	const [taken, setTaken] = useState<TagOption | undefined>();
	const undoToast = useUndoToast();

	async function save(fields: Record<string, unknown>) {
		const result = await editTag({ ...fields, id: tag.id });
		setTaken(result.ok ? undefined : findOther(String(fields.name)));
		return result;
	}

	return (
		<FormDialogButton
			open={open}
			onOpenChange={(opens) => {
				setTaken(undefined);
				onOpenChange(opens);
			}}
			trigger={
				<Button variant="ghost" size="icon-sm">
					<PencilIcon />
					<span className="sr-only">
						Edit <span translate="no">{tag.name}</span>
					</span>
				</Button>
			}
			title={message`Edit ${tag.name}`}
			description="The new name and colour show on everything that carries the tag."
			submit="Save tag"
			aside={
				taken && (
					<Button variant="outline" className="min-w-0 sm:mr-auto" onClick={() => onMerge(taken)}>
						<span className="truncate">
							Merge into “<span translate="no">{taken.name}</span>”…
						</span>
					</Button>
				)
			}
			action={save}
			onDone={({ data, changeSet }) => {
				onOpenChange(false);
				undoToast(message`Saved ${data.name}`, changeSet);
			}}
		>
			<TagFields name={tag.name} colour={tag.colour} />
		</FormDialogButton>
	);
}
