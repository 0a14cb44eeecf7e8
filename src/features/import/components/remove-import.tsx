'use client';

import { Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import { unsure } from '@/components/form/form';
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
import { removeImport } from '../actions';
import type { Import } from '../queries';

/** Asks, saying what stays, and removes a file with all that is known of it; for one that is not being worked on. */
export function RemoveImport({ id, fileName, status }: Pick<Import, 'id' | 'fileName' | 'status'>) {
	const router = useRouter();
	const [open, setOpen] = useState(false);
	const [pending, startRemoving] = useTransition();

	function run() {
		startRemoving(async () => {
			const result = await removeImport({ id }).catch(unsure('the file was removed'));
			if (!result.ok) {
				toast.error(result.message);
				return;
			}
			setOpen(false);
			toast.success(`Removed ${fileName}`);
			router.push('/import');
		});
	}

	return (
		<AlertDialog open={open} onOpenChange={setOpen}>
			<AlertDialogTrigger asChild>
				<Button variant="outline">
					<Trash2 aria-hidden /> Remove file
				</Button>
			</AlertDialogTrigger>
			<AlertDialogContent>
				<AlertDialogHeader>
					<AlertDialogTitle className="wrap-anywhere">Remove {fileName}?</AlertDialogTitle>
					<AlertDialogDescription>{whatGoes(status)} This cannot be undone.</AlertDialogDescription>
				</AlertDialogHeader>
				<AlertDialogFooter>
					<AlertDialogCancel>Cancel</AlertDialogCancel>
					<Button variant="destructive" aria-disabled={pending || undefined} onClick={() => pending || run()}>
						{pending ? 'Removing…' : 'Remove file'}
					</Button>
				</AlertDialogFooter>
			</AlertDialogContent>
		</AlertDialog>
	);
}

function whatGoes(status: Import['status']): string {
	if (status === 'done')
		return 'Its report and its refused rows go, and with them the button that takes the import back. The records that were imported stay.';
	if (status === 'undone') return 'Its report and its refused rows go. No record is touched.';
	return 'The file goes, with what its check found. No record is touched.';
}
