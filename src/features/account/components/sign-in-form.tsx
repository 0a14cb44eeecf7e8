'use client';

import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-fields';
import { Link } from '@/components/ui/link';
import { signIn } from '../actions';

/** Signs in and continues to `next`. */
export function SignInForm({ next }: { next: string | undefined }) {
	return (
		<Form action={(fields) => signIn({ ...fields, next })} className="flex flex-col gap-4">
			<TextField name="email" label="Email" type="email" autoComplete="username" required autoFocus />
			<TextField name="password" label="Password" type="password" autoComplete="current-password" required />
			<SubmitButton pendingText="Logging in…">Log in</SubmitButton>
			<Link href="/forgot-password" className="self-center text-muted-foreground text-sm underline">
				Forgot your password?
			</Link>
		</Form>
	);
}
