'use client';

import { DateField } from '@/components/form/date/date-field';
import type { Opener } from '@/components/form/dialog-opener';
import { FormDialog } from '@/components/form/form-dialog';
import { message } from '@/components/form/message';
import { TextField } from '@/components/form/text-fields';
import { useUndoToast } from '@/components/form/undo-toast';
import { markLeft } from '../actions';

export type MarkLeftProps = {
	contact: { id: string; version: number; name: string };
	/** The user's day, YYYY-MM-DD. */
	today: string;
};

type MarkLeftDialogProps = MarkLeftProps & { open: boolean; onOpenChange: (open: boolean) => void; opener: Opener };

/** Asks since when a contact has been gone, and marks them. */
export function MarkLeftDialog({ contact: { id, version, name }, today, onOpenChange, ...place }: MarkLeftDialogProps) {
	const undoToast = useUndoToast();
	return (
		<FormDialog
			{...place}
			onOpenChange={onOpenChange}
			title={message`${name} left the company?`}
			description="They no longer count as a decision maker or as overdue for contact. Their activities and deals are kept."
			submit="Mark as left"
			action={(fields) => markLeft({ ...fields, id, version })}
			onDone={({ data, changeSet }) => {
				onOpenChange(false);
				undoToast(message`Marked ${data.name} as left`, changeSet);
			}}
		>
			<div className="grid gap-4 sm:grid-cols-2">
				<DateField name="leftOn" label="Left on" required leaning="past" defaultValue={today} />
				<TextField name="leftTo" label="Left to" placeholder="Their new company, if known" />
			</div>
		</FormDialog>
	);
}
