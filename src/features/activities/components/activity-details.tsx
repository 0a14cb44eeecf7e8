import { TextAreaField, TextField } from '@/components/form/text-fields';
import { dayBounds } from '@/lib/dates';

export type DetailValues = {
	description: string;
	/** YYYY-MM-DDTHH:mm in the account's time zone. */
	at: string;
	durationMinutes: string;
	outcome: string;
	nextSteps: string;
};

/** The names of the fields below. */
export const detailFields = [
	'at',
	'durationMinutes',
	'description',
	'outcome',
	'nextSteps',
	'followUpOn',
] as const satisfies (keyof DetailValues | 'followUpOn')[];

/** All that can be said of an activity beside its subject. */
export function ActivityDetails({ values, now }: { values?: DetailValues; now?: string }) {
	return (
		<>
			<TextField
				name="at"
				label="Date and time"
				type="datetime-local"
				min={`${dayBounds.min}T00:00`}
				max={`${dayBounds.max}T23:59`}
				defaultValue={values?.at ?? now}
				{...(!values && !now && { hint: 'Left empty, it is now.' })}
			/>
			<TextField
				name="durationMinutes"
				label="Duration in minutes"
				inputMode="numeric"
				maxLength={6}
				defaultValue={values?.durationMinutes}
			/>
			<TextAreaField
				name="description"
				label="Description"
				defaultValue={values?.description}
				fieldClassName="sm:col-span-2"
			/>
			<TextField name="outcome" label="Outcome" defaultValue={values?.outcome} fieldClassName="sm:col-span-2" />
			<TextAreaField name="nextSteps" label="Next steps" rows={2} defaultValue={values?.nextSteps} />
			<TextField
				name="followUpOn"
				label="Follow up on"
				type="date"
				{...dayBounds}
				hint="A day makes a follow-up of the next steps’ first line."
			/>
		</>
	);
}
