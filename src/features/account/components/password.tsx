import { requireSession } from '@/lib/auth/session';
import { PasswordForm } from './password-form';

/** The form for a new password; `?password=changed` is where it leads. */
export async function Password({ params }: { params: Promise<{ password?: string | string[] }> }) {
	const { sessionId } = await requireSession();
	return <PasswordForm key={sessionId} changed={(await params).password === 'changed'} />;
}
