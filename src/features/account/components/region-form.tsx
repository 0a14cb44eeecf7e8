'use client';

import { useState } from 'react';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { SelectField } from '@/components/form/text-fields';
import { useUndoToast } from '@/components/form/undo-toast';
import type { RegionChoices, RegionOptionGroup } from '../account-region';
import { saveRegion } from '../actions';
import type { Settings } from '../server/account-queries';
import { weekStarts } from '../week-starts';

const fields = ['currency', 'locale', 'timeZone', 'weekStart'] as const;

/** Sets how money, dates and weeks are shown, all of it in one save. */
export function RegionForm({ saved, choices }: { saved: Settings; choices: RegionChoices }) {
	const undoToast = useUndoToast();
	const [chosen, setChosen] = useState(saved);
	const [known, setKnown] = useState(saved);
	// saved by this form, by an undo or in another tab
	if (fields.some((field) => known[field] !== saved[field])) {
		setKnown(saved);
		setChosen(saved);
	}
	const bind = (name: keyof Settings) => ({
		name,
		value: String(chosen[name]),
		onChange: ({ target }: React.ChangeEvent<HTMLSelectElement>) => setChosen({ ...chosen, [name]: target.value }),
	});
	return (
		<Form
			className="flex flex-col items-start gap-4"
			action={saveRegion}
			onDone={({ changeSet }) => undoToast('Saved the region', changeSet)}
		>
			<div className="grid w-full gap-4 sm:grid-cols-2">
				<SelectField
					label="Currency"
					hint="New deals are counted in it; existing ones keep theirs."
					{...bind('currency')}
				>
					<Groups groups={choices.currencies} />
				</SelectField>
				<SelectField
					label="Numbers and dates"
					hint={choices.locales.find(({ value }) => value === chosen.locale)?.example}
					{...bind('locale')}
				>
					{choices.locales.map(({ value, label }) => (
						<option key={value} value={value}>
							{label}
						</option>
					))}
				</SelectField>
				<SelectField label="Time zone" hint="It decides when a day begins." {...bind('timeZone')}>
					<Groups groups={choices.timeZones} />
				</SelectField>
				<SelectField label="First day of the week" {...bind('weekStart')}>
					{Object.entries(weekStarts).map(([value, label]) => (
						<option key={value} value={value}>
							{label}
						</option>
					))}
				</SelectField>
			</div>
			<SubmitButton pendingText="Saving…">Save region</SubmitButton>
		</Form>
	);
}

function Groups({ groups }: { groups: RegionOptionGroup[] }) {
	return groups.map(({ label, choices }) => (
		<optgroup key={label} label={label}>
			{choices.map(({ value, label: name }) => (
				<option key={value} value={value}>
					{name}
				</option>
			))}
		</optgroup>
	));
}
