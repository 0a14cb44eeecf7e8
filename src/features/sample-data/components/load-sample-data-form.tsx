'use client';

import type { ReactNode } from 'react';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { useUndoToast } from '@/components/form/undo-toast';
import { loadSampleData } from '../actions';

type LoadSampleDataFormProps = {
	/** Whether the user has agreed that it stands among companies of their own. */
	amongOwn?: boolean;
	variant?: 'outline';
	onDone?: () => void;
	/** The button's frame, where it stands beside another. */
	frame?: (button: ReactNode) => ReactNode;
};

/** A button that loads the sample data, into an empty account or wherever it was asked before. */
export function LoadSampleDataForm({ amongOwn = false, variant, onDone, frame }: LoadSampleDataFormProps) {
	const undoToast = useUndoToast();
	const button = (
		<SubmitButton pendingText="Loading…" variant={variant}>
			Load sample data
		</SubmitButton>
	);
	return (
		<Form
			action={() => loadSampleData({ amongOwn })}
			onDone={({ data: { companies, contacts, deals, activities }, changeSet }) => {
				onDone?.();
				undoToast(
					`Loaded ${companies} sample companies with ${contacts} contacts, ${deals} deals and ${activities} activities`,
					changeSet,
				);
			}}
		>
			{frame?.(button) ?? button}
		</Form>
	);
}
