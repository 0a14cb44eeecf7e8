'use client';

import { useState } from 'react';
import { DateField } from '@/components/form/date/date-field';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-fields';
import { useUndoToast } from '@/components/form/undo-toast';
import { Button } from '@/components/ui/button';
import { editFollowUp } from '../actions';
import type { ShownFollowUp } from '../days';

type EditFollowUpProps = { followUp: ShownFollowUp; onClose: () => void; onLeave: () => void };

/** Changes what a follow-up says and when it is due, in its line. */
export function EditFollowUp({ followUp, onClose, onLeave }: EditFollowUpProps) {
	// only what is changed here is sent, so that a day to which it was put off elsewhere stays
	const [{ id, title, dueOn }] = useState(followUp);
	const undoToast = useUndoToast();
	return (
		<Form
			stays
			action={(fields) =>
				editFollowUp({
					id,
					...(fields.title !== title && { title: fields.title }),
					...(fields.dueOn !== (dueOn ?? '') && { dueOn: fields.dueOn }),
				})
			}
			onDone={({ data, changeSet }) => {
				onLeave();
				onClose();
				undoToast(`Saved ${data.title}`, changeSet);
			}}
		>
			{/* biome-ignore lint/a11y/noStaticElementInteractions: Escape in any of the fields does what Cancel does. */}
			<div
				className="flex flex-wrap items-start gap-2"
				onKeyDown={(event) => {
					if (event.key === 'Escape') onClose();
				}}
			>
				<TextField
					name="title"
					label="Follow-up"
					required
					autoFocus
					defaultValue={title}
					fieldClassName="min-w-48 flex-1"
				/>
				<DateField name="dueOn" label="Due" leaning="future" defaultValue={dueOn ?? ''} fieldClassName="w-40" />
				<div className="flex gap-2 pt-5.5">
					<SubmitButton pendingText="Saving…">Save</SubmitButton>
					<Button variant="ghost" onClick={onClose}>
						Cancel
					</Button>
				</div>
			</div>
		</Form>
	);
}
