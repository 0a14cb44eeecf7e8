'use client';

import type { Opener } from '@/components/form/dialog-opener';
import { FormDialog } from '@/components/form/form-dialog';
import { message } from '@/components/form/message';
import { TextField } from '@/components/form/text-fields';
import { useUndoToast } from '@/components/form/undo-toast';
import { CompanyPicker } from '@/features/companies/components/company-picker';
import { moveContact } from '../actions';

export type MoveContactProps = {
	contact: { id: string; version: number; name: string; jobTitle: string | null; leftTo: string | null };
	companyName: string;
};

type MoveContactDialogProps = MoveContactProps & {
	open: boolean;
	onOpenChange: (open: boolean) => void;
	opener: Opener;
};

/** Asks where a contact works now, and moves them there. */
export function MoveContactDialog({ contact, companyName, onOpenChange, ...place }: MoveContactDialogProps) {
	const { id, version, name, jobTitle, leftTo } = contact;
	const undoToast = useUndoToast();
	return (
		<FormDialog
			{...place}
			onOpenChange={onOpenChange}
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
				onOpenChange(false);
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
		</FormDialog>
	);
}
