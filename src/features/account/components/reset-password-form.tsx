'use client';

import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { resetPassword } from '../actions';
import { NewPasswordFields } from './new-password-fields';

/** Sets a new password with a link's token. */
export function ResetPasswordForm({ token }: { token: string }) {
	return (
		<Form action={(fields) => resetPassword({ ...fields, token })} className="flex flex-col gap-4">
			<NewPasswordFields />
			<SubmitButton pendingText="Saving…">Save password</SubmitButton>
		</Form>
	);
}
