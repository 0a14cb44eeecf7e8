import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AuthCard } from '@/components/layout/auth-card';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { SignUpForm } from '@/features/account/components/sign-up-form';
import { getSession } from '@/lib/auth/session';
import { closedMessage, signUpState } from '@/lib/auth/sign-up';

export const metadata: Metadata = { title: 'Create an account' };

export default async function RegisterPage() {
	if (await getSession()) redirect('/dashboard');
	const state = await signUpState();
	if (!state.open) {
		return (
			<AuthCard title="Registration is closed" description={closedMessage(state)}>
				<Button asChild>
					<Link href="/login">Log in</Link>
				</Button>
			</AuthCard>
		);
	}
	return (
		<AuthCard
			title="Create your account"
			description="It owns everything that is kept here."
			footer={
				<>
					Have an account?{' '}
					<Link href="/login" className="text-primary underline">
						Log in
					</Link>
				</>
			}
		>
			<SignUpForm needsCode={state.needsCode} />
		</AuthCard>
	);
}
