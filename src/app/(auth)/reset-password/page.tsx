import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AuthCard } from '@/components/layout/auth-card';
import { ResetPasswordForm } from '@/features/account/components/reset-password-form';

export const metadata: Metadata = { title: 'New password', referrer: 'no-referrer' };

export default async function ResetPasswordPage({ searchParams }: PageProps<'/reset-password'>) {
	const { token } = await searchParams;
	if (typeof token !== 'string' || token.length > 200) redirect('/forgot-password');
	return (
		<AuthCard title="Choose a new password" description="All sessions end; log in with the new password.">
			<ResetPasswordForm token={token} />
		</AuthCard>
	);
}
