import { Skeleton } from '@/components/ui/skeleton';
import { requireSession } from '@/lib/auth/session';
import { PasswordForm } from './password-form';

/** The form for a new password; `?password=changed` is where it leads. */
export async function Password({ params }: { params: Promise<{ password?: string | string[] }> }) {
	const { sessionId } = await requireSession();
	return <PasswordForm key={sessionId} changed={(await params).password === 'changed'} />;
}

export function PasswordSkeleton() {
	return (
		<div aria-busy="true" className="flex max-w-md flex-col gap-4">
			<span className="sr-only">Loading the form…</span>
			<Skeleton className="h-[3.875rem]" />
			<Skeleton className="h-[5.25rem]" />
			<Skeleton className="h-[3.875rem]" />
			<Skeleton className="h-9 w-36" />
		</div>
	);
}
