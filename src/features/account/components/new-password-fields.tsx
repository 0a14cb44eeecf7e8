'use client';

import { TextField } from '@/components/form/text-fields';

/** A new password, twice. */
export function NewPasswordFields({ label = 'Password' }: { label?: string }) {
	return (
		<>
			<TextField
				name="password"
				label={label}
				type="password"
				autoComplete="new-password"
				hint="12 characters or more; a short sentence is easy to remember."
				required
			/>
			<TextField name="passwordAgain" label={`${label} again`} type="password" autoComplete="new-password" required />
		</>
	);
}
