'use client';

import type { Opener } from '@/components/form/dialog-opener';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-fields';
import {
	AlertDialog,
	AlertDialogCancel,
	AlertDialogContent,
	AlertDialogDescription,
	AlertDialogFooter,
	AlertDialogHeader,
	AlertDialogTitle,
} from '@/components/ui/alert-dialog';
import { deleteAccount } from '../actions';

type DeleteAccountQuestionProps = {
	lost: string;
	opener: Opener;
	open: boolean;
	onOpenChange: (open: boolean) => void;
};

/** Asks for the password before the account is deleted. */
export function DeleteAccountQuestion({ lost, opener, open, onOpenChange }: DeleteAccountQuestionProps) {
	return (
		<AlertDialog open={open} onOpenChange={onOpenChange}>
			<AlertDialogContent opener={opener}>
				<AlertDialogHeader>
					<AlertDialogTitle>Delete your account?</AlertDialogTitle>
					<AlertDialogDescription>
						<span>{lost}</span> will be gone for good, and you will be signed out everywhere. Nobody can bring it back.
					</AlertDialogDescription>
				</AlertDialogHeader>
				<Form action={deleteAccount} className="flex flex-col gap-4">
					<TextField
						name="currentPassword"
						label="Your password"
						type="password"
						autoComplete="current-password"
						required
					/>
					<AlertDialogFooter>
						<AlertDialogCancel>Cancel</AlertDialogCancel>
						<SubmitButton variant="destructive" pendingText="Deleting…">
							Delete account for good
						</SubmitButton>
					</AlertDialogFooter>
				</Form>
			</AlertDialogContent>
		</AlertDialog>
	);
}
