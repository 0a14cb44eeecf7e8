import { redirect } from 'next/navigation';
import { getSession } from '@/lib/auth/session';
import { signUpState } from '@/lib/auth/sign-up';

/** Leads to Today, to the sign-in or, while there is no account, to the sign-up. */
export default async function Home() {
	if (await getSession()) redirect('/dashboard');
	const { open, firstAccount } = await signUpState();
	redirect(open && firstAccount ? '/register' : '/login');
}
