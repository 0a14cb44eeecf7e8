'use client';

import { useRef } from 'react';
import type { Opener } from '@/components/form/dialog-opener';
import { Question } from '@/components/form/question';
import { AlertDialogCancel, AlertDialogFooter } from '@/components/ui/alert-dialog';
import { counted } from '@/lib/text/counted';
import { LoadSampleDataForm } from './load-sample-data-form';

type LoadAmongOwnProps = {
	companies: number;
	opener: Opener;
	open: boolean;
	onOpenChange: (open: boolean) => void;
	/** Brings the focus elsewhere, as the button is gone next. */
	onLoaded: () => void;
};

/** Asks before the sample data is loaded into an account that has companies. */
export function LoadAmongOwn({ companies, opener, open, onOpenChange, onLoaded }: LoadAmongOwnProps) {
	const isLoaded = useRef(false);
	return (
		<Question
			opener={opener}
			open={open}
			onOpenChange={onOpenChange}
			onCloseAutoFocus={(event) => {
				if (!isLoaded.current) return;
				event.preventDefault();
				onLoaded();
			}}
			title="Load the sample data among your own?"
			consequences={
				<>
					You have <span>{counted(companies, 'company', 'companies')}</span>. The invented companies, people, deals and
					activities will stand among them in every list and number, until you remove them here.
				</>
			}
		>
			<LoadSampleDataForm
				amongOwn
				onDone={() => {
					isLoaded.current = true;
					onOpenChange(false);
				}}
				frame={(button) => (
					<AlertDialogFooter>
						<AlertDialogCancel>Cancel</AlertDialogCancel>
						{button}
					</AlertDialogFooter>
				)}
			/>
		</Question>
	);
}
