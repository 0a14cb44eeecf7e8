'use client';

import type { Opener } from '@/components/form/dialog-opener';
import { Form } from '@/components/form/form';
import { Question } from '@/components/form/question';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-fields';
import { AlertDialogCancel, AlertDialogFooter } from '@/components/ui/alert-dialog';
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
		<Question
			opener={opener}
			open={open}
			onOpenChange={onOpenChange}
			title="Delete your account?"
			consequences={
				<>
					<span>{lost}</span> will be gone for good, and you will be signed out everywhere. Nobody can bring it back.
				</>
			}
		>
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
		</Question>
	);
}
