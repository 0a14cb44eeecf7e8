'use client';

import { useState } from 'react';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { useUndoToast } from '@/components/form/undo-toast';
import { keepHistory } from '../actions';
import type { KeptChoice } from '../schema';

type KeptHistoryFormProps = {
	kept: KeptChoice;
	choices: { value: KeptChoice; label: string; hint: string }[];
};

/** Sets how long the history is kept; each choice says what it deletes. */
export function KeptHistoryForm({ kept, choices }: KeptHistoryFormProps) {
	const undoToast = useUndoToast();
	const [chosen, setChosen] = useState(kept);
	const [known, setKnown] = useState(kept);
	// saved by this form, by an undo or in another tab
	if (known !== kept) {
		setKnown(kept);
		setChosen(kept);
	}
	return (
		<Form
			className="flex flex-col items-start gap-3"
			action={keepHistory}
			onDone={({ changeSet }) => undoToast('Saved how long the history is kept', changeSet)}
		>
			<fieldset className="flex flex-col gap-2">
				<legend className="mb-2 font-medium">Keep history</legend>
				{choices.map(({ value, label, hint }) => (
					<label key={value} className="grid cursor-pointer grid-cols-[auto_1fr] gap-x-2.5 pointer-coarse:py-1.5">
						<input
							type="radio"
							name="historyKept"
							value={value}
							checked={chosen === value}
							onChange={() => setChosen(value)}
							aria-describedby={`kept-${value.replace(' ', '-')}`}
							className="mt-0.5 size-4 accent-primary"
						/>
						<span>{label}</span>
						<span id={`kept-${value.replace(' ', '-')}`} className="col-start-2 text-muted-foreground text-xs">
							{hint}
						</span>
					</label>
				))}
			</fieldset>
			<p className="text-muted-foreground text-xs">
				What is older is deleted each night, and when MiniCRM starts. Backups made before keep it.
			</p>
			<SubmitButton variant="outline" pendingText="Saving…">
				Save
			</SubmitButton>
		</Form>
	);
}
