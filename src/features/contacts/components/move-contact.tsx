'use client';

import { useState } from 'react';
import { FormDialogButton } from '@/components/form/form-dialog-button';
import { message } from '@/components/form/message';
import { TextField } from '@/components/form/text-fields';
import { useUndoToast } from '@/components/form/undo-toast';
import { Button } from '@/components/ui/button';
import { ArrowRightLeftIcon } from '@/components/ui/icons';
import { CompanyPicker } from '@/features/companies/components/company-picker';
import { moveContact } from '../actions';

type MoveContactProps = {
	contact: { id: string; version: number; name: string; jobTitle: string | null; leftTo: string | null };
	companyName: string;
};

/** Moves a contact who has left to the company where they work now, in a dialog. */
export function MoveContact({ contact, companyName }: MoveContactProps) {
	const { id, version, name, jobTitle, leftTo } = contact;
	const [open, setOpen] = useState(false);
	const undoToast = useUndoToast();
	return (
		<FormDialogButton
			open={open}
			onOpenChange={setOpen}
			trigger={
				<Button variant="ghost">
					<ArrowRightLeftIcon /> Move to their new company…
				</Button>
			}
			title={message`Move ${name} to their new company?`}
			description={
				<>
					Their past activities and deals stay with <span translate="no">{companyName}</span>. They’re no longer marked
					as left.
				</>
			}
			submit="Move contact"
			action={(fields) => moveContact({ ...fields, id, version })}
			onDone={({ data, changeSet }) => {
				setOpen(false);
				undoToast(message`Moved ${data.name}`, changeSet);
			}}
		>
			<div className="grid gap-4">
				{leftTo && (
					<p>
						Left to: <span translate="no">{leftTo}</span>
					</p>
				)}
				<CompanyPicker name="companyId" label="New company" required />
				<TextField name="jobTitle" label="Job title" defaultValue={jobTitle ?? ''} />
			</div>
		</FormDialogButton>
	);
}
