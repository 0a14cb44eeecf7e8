'use client';

import { useEffect, useRef } from 'react';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-fields';
import { Alert } from '@/components/ui/alert';
import { changePassword } from '../actions';
import { NewPasswordFields } from './new-password-fields';

/** Changes the password; `changed` says that it just was. Give it the session as its key: a new one empties the fields. */
export function PasswordForm({ changed }: { changed: boolean }) {
	return (
		<Form className="flex max-w-md flex-col gap-4" action={changePassword}>
			{changed && <Changed />}
			<TextField
				name="currentPassword"
				label="Current password"
				type="password"
				autoComplete="current-password"
				required
			/>
			<NewPasswordFields label="New password" />
			<SubmitButton pendingText="Saving…" className="self-start">
				Change password
			</SubmitButton>
		</Form>
	);
}

/** The form it followed is gone, so the focus comes here. */
function Changed() {
	const alert = useRef<HTMLDivElement>(null);
	useEffect(() => alert.current?.focus(), []);
	return (
		<Alert ref={alert} variant="success" role="status" tabIndex={-1}>
			Your password is changed. Every other session has been ended; this one goes on.
		</Alert>
	);
}
