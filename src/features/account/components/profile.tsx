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
