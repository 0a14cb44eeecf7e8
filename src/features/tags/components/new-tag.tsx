'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { useUndoToast } from '@/components/form/undo-toast';
import { Button } from '@/components/ui/button';
import {
	Dialog,
	DialogClose,
	DialogContent,
	DialogDescription,
	DialogFooter,
	DialogHeader,
	DialogTitle,
	DialogTrigger,
} from '@/components/ui/dialog';
import { createTag } from '../actions';
import { TagFields } from './tag-fields';

/** Makes a tag, in a dialog. */
export function NewTag() {
	const [open, setOpen] = useState(false);
	const undoToast = useUndoToast();
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button variant="outline">
					<Plus aria-hidden /> New tag
				</Button>
			</DialogTrigger>
			<DialogContent>
				<DialogHeader>
					<DialogTitle>New tag</DialogTitle>
					<DialogDescription>Companies and contacts can carry it.</DialogDescription>
				</DialogHeader>
				<Form
					action={createTag}
					onDone={({ data, changeSet }) => {
						setOpen(false);
						undoToast(`Created ${data.name}`, changeSet);
					}}
				>
					<TagFields colour="slate" />
					<DialogFooter className="mt-5">
						<DialogClose asChild>
							<Button variant="outline">Cancel</Button>
						</DialogClose>
						<SubmitButton pendingText="Saving…">Save tag</SubmitButton>
					</DialogFooter>
				</Form>
			</DialogContent>
		</Dialog>
	);
}
