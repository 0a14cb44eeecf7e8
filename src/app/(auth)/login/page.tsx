import type { Metadata, Route } from 'next';
import { redirect } from 'next/navigation';
import { AuthCard } from '@/components/layout/auth-card';
import { Alert } from '@/components/ui/alert';
import { Link } from '@/components/ui/link';
import { SignInForm } from '@/features/account/components/sign-in-form';
import { returnPath } from '@/lib/auth/return-path';
import { getSession } from '@/lib/auth/session';
import { signUpState } from '@/lib/auth/sign-up';

export const metadata: Metadata = { title: 'Log in' };

export default async function LoginPage({ searchParams }: PageProps<'/login'>) {
	const { next, reset } = await searchParams;
	if (await getSession()) redirect(returnPath(next) as Route);
	const { open } = await signUpState();
	return (
		<AuthCard
			title="Log in"
			footer={
				open && (
					<>
						New here?{' '}
						<Link href="/register" className="text-primary underline">
							Create an account
						</Link>
					</>
				)
			}
		>
			{reset === 'done' && <Alert variant="success">Your password is changed. Log in with the new one.</Alert>}
			<SignInForm next={typeof next === 'string' ? next : undefined} />
		</AuthCard>
	);
}
