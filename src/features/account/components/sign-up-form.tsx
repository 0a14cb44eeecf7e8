'use client';

import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-fields';
import { signUp } from '../actions';
import { NewPasswordFields } from './new-password-fields';

/** Makes an account, with the time zone and language that this browser is set to. */
export function SignUpForm({ needsCode }: { needsCode: boolean }) {
	return (
		<Form
			className="flex flex-col gap-4"
			action={(fields) => {
				const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
				return signUp({ ...fields, timeZone, locale: navigator.language });
			}}
		>
			<TextField name="name" label="Name" autoComplete="name" required autoFocus />
			<TextField name="email" label="Email" type="email" autoComplete="username" required />
			<NewPasswordFields />
			{needsCode && (
				<TextField
					name="code"
					label="Sign-up code"
					hint="The server printed it when it started."
					autoCapitalize="characters"
					required
				/>
			)}
			<SubmitButton pendingText="Creating account…">Create account</SubmitButton>
		</Form>
	);
}
