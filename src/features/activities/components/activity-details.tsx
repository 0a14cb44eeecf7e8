import { DateTimeField } from '@/components/form/date/date-time-field';
import { MomentField } from '@/components/form/date/moment-field';
import { TextAreaField, TextField } from '@/components/form/text-fields';

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
	'followUpTime',
] as const satisfies (keyof DetailValues | 'followUpOn' | 'followUpTime')[];

/** The fields of an activity below its subject. */
export function ActivityDetails({ values, now }: { values?: DetailValues; now?: string }) {
	return (
		<>
			<DateTimeField
				name="at"
				leaning="past"
				defaultValue={values?.at ?? now}
				hint={!values && !now && 'Left empty, it is now.'}
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
			<MomentField
				name="followUpOn"
				timeName="followUpTime"
				label="Follow up on"
				hint="A day makes a follow-up of the next steps’ first line."
			/>
		</>
	);
}
