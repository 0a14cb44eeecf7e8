'use client';

import { FormDialogButton } from '@/components/form/form-dialog-button';
import { message } from '@/components/form/message';
import { SelectField } from '@/components/form/text-fields';
import { useUndoToast } from '@/components/form/undo-toast';
import { Button } from '@/components/ui/button';
import { MergeIcon } from '@/components/ui/icons';
import { mergeTags } from '../actions';
import type { TagOption } from '../server/tag-queries';
import { useFocusAfter } from './use-focus-after';

type MergeTagProps = {
	tag: TagOption;
	others: TagOption[];
	/** The id of the other tag that is chosen beforehand, or empty. */
	into: string;
	open: boolean;
	onOpenChange: (open: boolean) => void;
};

/** Merges a tag into another, in a dialog. */
export function MergeTag({ tag, others, into, open, onOpenChange }: MergeTagProps) {
	const undoToast = useUndoToast();
	const { leave, onCloseAutoFocus } = useFocusAfter('tags');
	return (
		<FormDialogButton
			open={open}
			onOpenChange={onOpenChange}
			trigger={
				<Button variant="ghost" size="icon-sm">
					<MergeIcon />
					<span className="sr-only">
						Merge <span translate="no">{tag.name}</span> into another tag
					</span>
				</Button>
			}
			title={message`Merge ${tag.name}`}
			description={`Everything that carries ${tag.name} gets the other tag, and ${tag.name} is deleted.`}
			submit="Merge tags"
			pendingText="Merging…"
			onCloseAutoFocus={onCloseAutoFocus}
			action={(fields) => mergeTags({ ...fields, from: tag.id })}
			onDone={({ data, changeSet }) => {
				leave();
				onOpenChange(false);
				undoToast(message`Merged ${data.from} into ${data.into}`, changeSet);
			}}
		>
			<SelectField name="into" label="Merge into" required defaultValue={into}>
				<option value="">Choose a tag</option>
				{others.map((other) => (
					<option key={other.id} value={other.id}>
						{other.name}
					</option>
				))}
			</SelectField>
		</FormDialogButton>
	);
}
