'use client';

import { useState } from 'react';
import { Field } from '@/components/form/field';
import { TextField } from '@/components/form/text-fields';
import { NativeSelect } from '@/components/ui/native-select';
import type { CustomField } from '@/domain/custom-fields/custom-field-types';

/** Whether Today reminds of a date, and how many days before. */
export function RemindInputs({ field }: { field?: Pick<CustomField, 'reminds' | 'remindDays'> }) {
	const [reminds, setReminds] = useState(field?.reminds ?? '');
	return (
		<div className="flex flex-wrap gap-4 *:min-w-40 *:flex-1">
			<Field name="reminds" label="Remind on Today">
				{(control) => (
					<NativeSelect {...control} value={reminds} onChange={(event) => setReminds(event.target.value as 'once')}>
						<option value="">Never</option>
						<option value="once">Once</option>
						<option value="yearly">Every year</option>
					</NativeSelect>
				)}
			</Field>
			{reminds !== '' && (
				<TextField
					name="remindDays"
					label="Days before"
					required
					defaultValue={String(field?.remindDays ?? 7)}
					inputMode="numeric"
					maxLength={2}
				/>
			)}
		</div>
	);
}
