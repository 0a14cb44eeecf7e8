'use client';

import { useState } from 'react';
import { CheckboxField } from '@/components/form/checkbox-field';
import { DateField } from '@/components/form/date/date-field';
import { Form } from '@/components/form/form';
import { message } from '@/components/form/message';
import { OtherProblems } from '@/components/form/other-problems';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-fields';
import { useUndoToast } from '@/components/form/undo-toast';
import { Button } from '@/components/ui/button';
import { editFollowUp } from '../actions';
import type { ShownFollowUp } from '../due-days';
import { type ChosenLink, linkOf, sentLinks } from '../follow-up-links';
import { LinkPicker } from './link-picker';

type EditFollowUpProps = { followUp: ShownFollowUp; onClose: () => void; onLeave: () => void };

/** Edits a follow-up's title, due date and record in its line. */
export function EditFollowUp({ followUp, onClose, onLeave }: EditFollowUpProps) {
	// only changed fields are sent, so that a date to which it was snoozed elsewhere stays
	const [{ id, title, dueOn, isTheirs: wasTheirs, ...about }] = useState(followUp);
	const [isTheirs, setIsTheirs] = useState(wasTheirs);
	const [chosen, setChosen] = useState<ChosenLink | null>();
	const undoToast = useUndoToast();
	return (
		<Form
			stays
			action={(fields) =>
				editFollowUp({
					id,
					...(fields.title !== title && { title: fields.title }),
					...(isTheirs !== wasTheirs && { isTheirs }),
					...(fields.dueOn !== (dueOn ?? '') && { dueOn: fields.dueOn }),
					...(chosen !== undefined && { links: sentLinks(chosen) }),
				})
			}
			onDone={({ data, changeSet }) => {
				onLeave();
				onClose();
				undoToast(message`Saved ${data.title}`, changeSet);
			}}
		>
			{/* biome-ignore lint/a11y/noStaticElementInteractions: Escape in any of the fields does what Cancel does. */}
			<div
				className="flex flex-wrap items-start gap-2"
				onKeyDown={(event) => {
					// an open list of the picker closes first
					if (event.key !== 'Escape' || event.defaultPrevented) return;
					event.preventDefault();
					onClose();
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
				<LinkPicker
					className="min-w-60 flex-1"
					initial={chosen === undefined ? linkOf(about) : (chosen ?? undefined)}
					onChoose={setChosen}
				/>
				<CheckboxField
					name="isTheirs"
					label="They promised this"
					checked={isTheirs}
					onCheckedChange={setIsTheirs}
					fieldClassName="sm:pt-7.5"
				/>
				<div className="flex gap-2 sm:pt-6.5">
					<SubmitButton pendingText="Saving…">Save</SubmitButton>
					<Button variant="ghost" onClick={onClose}>
						Cancel
					</Button>
				</div>
			</div>
			<OtherProblems fields={['title', 'dueOn', 'isTheirs', 'newCompany']} />
		</Form>
	);
}
