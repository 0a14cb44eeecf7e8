import { redirect } from 'next/navigation';
import { getSession } from '@/lib/auth/session';
import { signUpState } from '@/lib/auth/sign-up';

/** The door: to the dashboard, the login or, where nobody lives yet, the registration. */
export default async function Home() {
	if (await getSession()) redirect('/dashboard');
	const { open, firstAccount } = await signUpState();
	redirect(open && firstAccount ? '/register' : '/login');
}
