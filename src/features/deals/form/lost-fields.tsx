'use client';

import { useState } from 'react';
import { DateField } from '@/components/form/date/date-field';
import { TextField } from '@/components/form/text-fields';
import { Button } from '@/components/ui/button';
import { monthsLater } from '@/lib/dates/dates';
import { maxLostReasonLength, usualLostReasons } from '../stage/stages';

const laterTries = [
	{ label: 'In 3 months', months: 3 },
	{ label: 'In 6 months', months: 6 },
	{ label: 'In a year', months: 12 },
];

type LostFieldsProps = {
	reason?: string | undefined;
	/** The user's day (YYYY-MM-DD), from which on can be tried again; without it no day is asked for. */
	today?: string | undefined;
};

/** Why a deal is lost and when to try again, both optional; the usual answers are one click. */
export function LostFields({ reason = '', today }: LostFieldsProps) {
	const [why, setWhy] = useState(reason);
	const [when, setWhen] = useState('');
	return (
		<>
			<div className="flex flex-col gap-2">
				<TextField
					name="lostReason"
					label="Why it was lost"
					maxLength={maxLostReasonLength}
					value={why}
					onChange={(event) => setWhy(event.target.value)}
				/>
				<Choices label="Usual reasons">
					{usualLostReasons.map((usual) => (
						<Choice key={usual} chosen={why === usual} onClick={() => setWhy(why === usual ? '' : usual)}>
							{usual}
						</Choice>
					))}
				</Choices>
			</div>
			{today && (
				<div className="flex flex-col gap-2">
					<DateField
						name="tryAgainOn"
						label="Try again on"
						min={today}
						leaning="future"
						hint="Makes a follow-up for that day."
						className="max-w-56"
						value={when}
						onDay={setWhen}
					/>
					<Choices label="Usual times">
						{laterTries.map(({ label, months }) => {
							const day = monthsLater(today, months);
							return (
								<Choice key={months} chosen={when === day} onClick={() => setWhen(when === day ? '' : day)}>
									{label}
								</Choice>
							);
						})}
					</Choices>
				</div>
			)}
		</>
	);
}

function Choices({ label, children }: { label: string; children: React.ReactNode }) {
	return (
		// biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields; these are buttons.
		<div role="group" aria-label={label} className="flex flex-wrap gap-1.5">
			{children}
		</div>
	);
}

type ChoiceProps = { chosen: boolean; onClick: () => void; children: React.ReactNode };

function Choice({ chosen, onClick, children }: ChoiceProps) {
	return (
		<Button variant={chosen ? 'secondary' : 'outline'} size="sm" aria-pressed={chosen} onClick={onClick}>
			{children}
		</Button>
	);
}
