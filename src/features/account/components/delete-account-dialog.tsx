'use client';

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
	AlertDialogTrigger,
} from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { deleteAccount } from '../actions';

/** Asks for the password before the account is deleted. */
export function DeleteAccountDialog({ lost }: { lost: string }) {
	return (
		<AlertDialog>
			<AlertDialogTrigger asChild>
				<Button variant="destructive">Delete account</Button>
			</AlertDialogTrigger>
			<AlertDialogContent>
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
