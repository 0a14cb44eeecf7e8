'use client';

import { useRef, useState } from 'react';
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
import { counted } from '@/lib/text/counted';
import { LoadSampleDataForm } from './load-sample-data-form';

/** Loads the sample data. Asks first if there are companies already. */
export function LoadSampleData({ companies }: { companies: number }) {
	const [open, setOpen] = useState(false);
	const isLoaded = useRef(false);
	// the button is gone next
	const focusState = () => document.getElementById('sample-data-state')?.focus({ preventScroll: true });
	if (companies === 0) return <LoadSampleDataForm onDone={focusState} />;
	return (
		<AlertDialog open={open} onOpenChange={setOpen}>
			<AlertDialogTrigger asChild>
				<Button>Load sample data</Button>
			</AlertDialogTrigger>
			<AlertDialogContent
				onCloseAutoFocus={(event) => {
					if (!isLoaded.current) return;
					event.preventDefault();
					focusState();
				}}
			>
				<AlertDialogHeader>
					<AlertDialogTitle>Load the sample data among your own?</AlertDialogTitle>
					<AlertDialogDescription>
						You have <span>{counted(companies, 'company', 'companies')}</span>. The invented companies, people, deals
						and activities will stand among them in every list and number, until you remove them here.
					</AlertDialogDescription>
				</AlertDialogHeader>
				<LoadSampleDataForm
					amongOwn
					onDone={() => {
						isLoaded.current = true;
						setOpen(false);
					}}
					frame={(button) => (
						<AlertDialogFooter>
							<AlertDialogCancel>Cancel</AlertDialogCancel>
							{button}
						</AlertDialogFooter>
					)}
				/>
			</AlertDialogContent>
		</AlertDialog>
	);
}
