'use client';

import { useState } from 'react';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { useUndoToast } from '@/components/form/undo-toast';
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
import { counted } from '@/lib/counted';
import { loadSampleData } from '../actions';

/** Loads the sample data; where there are companies already, it asks first. Fit for an empty list as well. */
export function LoadSampleData({ companies, variant }: { companies: number; variant?: 'outline' }) {
	const [open, setOpen] = useState(false);
	const undoToast = useUndoToast();
	const form = (amongOwn: boolean, children: React.ReactNode) => (
		<Form
			action={() => loadSampleData({ amongOwn })}
			onDone={({ data, changeSet }) => {
				setOpen(false);
				// the button is gone next
				document.getElementById('sample-data-state')?.focus({ preventScroll: true });
				undoToast(
					`Loaded ${data.companies} sample companies with ${data.contacts} contacts and ${data.deals} deals`,
					changeSet,
				);
			}}
		>
			{children}
		</Form>
	);
	const submit = (
		<SubmitButton pendingText="Loading…" variant={variant}>
			Load sample data
		</SubmitButton>
	);
	if (companies === 0) return form(false, submit);
	return (
		<AlertDialog open={open} onOpenChange={setOpen}>
			<AlertDialogTrigger asChild>
				<Button>Load sample data</Button>
			</AlertDialogTrigger>
			<AlertDialogContent>
				<AlertDialogHeader>
					<AlertDialogTitle>Load the sample data among your own?</AlertDialogTitle>
					<AlertDialogDescription>
						You have {counted(companies, 'company', 'companies')}. The invented companies, people and deals will stand
						among them in every list and number, until you remove them here.
					</AlertDialogDescription>
				</AlertDialogHeader>
				{form(
					true,
					<AlertDialogFooter>
						<AlertDialogCancel>Cancel</AlertDialogCancel>
						{submit}
					</AlertDialogFooter>,
				)}
			</AlertDialogContent>
		</AlertDialog>
	);
}
