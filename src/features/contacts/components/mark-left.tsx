'use client';

import { useState } from 'react';
import { DateField } from '@/components/form/date/date-field';
import { FormDialogButton } from '@/components/form/form-dialog-button';
import { message } from '@/components/form/message';
import { TextField } from '@/components/form/text-fields';
import { useUndoToast } from '@/components/form/undo-toast';
import { Button } from '@/components/ui/button';
import { LogOutIcon } from '@/components/ui/icons';
import { markLeft } from '../actions';

type MarkLeftProps = {
	contact: { id: string; version: number; name: string };
	/** The user's day, YYYY-MM-DD. */
	today: string;
};

/** Marks a contact as one who has left the company, in a dialog. */
export function MarkLeft({ contact: { id, version, name }, today }: MarkLeftProps) {
	const [open, setOpen] = useState(false);
	const undoToast = useUndoToast();
	return (
		<FormDialogButton
			open={open}
			onOpenChange={setOpen}
			trigger={
				<Button variant="ghost">
					<LogOutIcon /> Left company…
				</Button>
			}
			title={message`${name} left the company?`}
			description="They no longer count as a decision maker or as overdue for contact. Their activities and deals are kept."
			submit="Mark as left"
			action={(fields) => markLeft({ ...fields, id, version })}
			onDone={({ data, changeSet }) => {
				setOpen(false);
				undoToast(message`Marked ${data.name} as left`, changeSet);
			}}
		>
			<div className="grid gap-4 sm:grid-cols-2">
				<DateField name="leftOn" label="Left on" required leaning="past" defaultValue={today} />
				<TextField name="leftTo" label="Left to" placeholder="Their new company, if known" />
			</div>
		</FormDialogButton>
	);
}
