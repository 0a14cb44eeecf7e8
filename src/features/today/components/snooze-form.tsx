'use client';

import { MomentFieldLazy } from '@/components/form/date/moment-field-lazy';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';

type SnoozeFormProps = {
	label: string;
	/** Called with the day (YYYY-MM-DD) and, where one was typed, the time (HH:MM). */
	onChoose: (until: string, time?: string) => void;
};

/** Until when something is put off, as it is typed. */
export function SnoozeForm({ label, onChoose }: SnoozeFormProps) {
	return (
		<Form
			stays
			action={async ({ until, untilTime }) =>
				typeof until === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(until)
					? { ok: true as const, until, time: typeof untilTime === 'string' ? untilTime : '' }
					: { ok: false as const, message: '', fieldErrors: { until: 'Enter a date, such as “next Tuesday”.' } }
			}
			onDone={({ until, time }) => onChoose(until, time || undefined)}
		>
			<div className="snooze-form">
				<MomentFieldLazy name="until" timeName="untilTime" label={label} fieldClassName="min-w-0 flex-1" />
				<SubmitButton variant="outline" size="sm" pendingText="Snooze">
					Snooze
				</SubmitButton>
			</div>
		</Form>
	);
}
