import type { Metadata } from 'next';
import { AuthCard } from '@/components/layout/auth-card';
import { Link } from '@/components/ui/link';

export const metadata: Metadata = { title: 'Forgot password' };

/** There is no mail server, so the link is made on the machine that MiniCRM runs on. */
export default function ForgotPasswordPage() {
	return (
		<AuthCard
			title="Forgot your password?"
			footer={
				<Link href="/login" className="text-primary underline">
					Back to the login
				</Link>
			}
		>
			<p>On the machine that MiniCRM runs on, in its folder, type this with your email address:</p>
			<pre className="overflow-x-auto rounded-md bg-muted px-3 py-2 text-sm">
				<code>npm run reset-password -- EMAIL</code>
			</pre>
			<p>It prints a link to choose a new password. The link works once, for ten minutes, and ends all sessions.</p>
		</AuthCard>
	);
}
