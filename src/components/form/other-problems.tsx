'use client';

import { useFormState } from './form';
import { withNames } from './message';

/**
 * What is wrong with what a form sends beside the fields that say so themselves, such as the record that it stands with or,
 * where no field does, any of its lines.
 */
export function OtherProblems({ fields = [] }: { fields?: readonly string[] }) {
	const { fieldErrors } = useFormState();
	const [field, message] = Object.entries(fieldErrors).find(([name]) => !fields.includes(name)) ?? [];
	if (!message) return null;
	return (
		<p data-error-of={field} className="mt-2 text-destructive-ink">
			{withNames(message)}
		</p>
	);
}
