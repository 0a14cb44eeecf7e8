import { Skeleton } from '@/components/ui/skeleton';
import { requireSession } from '@/lib/auth/session';
import { ProfileForm } from './profile-form';

/** Who is signed in: the name to change, the email address to see. */
export async function Profile() {
	const { name, email } = await requireSession();
	return (
		<div className="flex flex-col gap-4">
			<dl>
				<dt className="font-medium">Email</dt>
				<dd className="wrap-anywhere text-muted-foreground">{email}</dd>
			</dl>
			<ProfileForm name={name} />
		</div>
	);
}

export function ProfileSkeleton() {
	return (
		<div aria-busy="true" className="flex flex-col gap-4">
			<span className="sr-only">Loading your profile…</span>
			<Skeleton className="h-10 w-56" />
			<Skeleton className="h-[3.875rem] w-full max-w-md" />
			<Skeleton className="h-9 w-28" />
		</div>
	);
}
