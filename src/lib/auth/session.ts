import 'server-only';
import type { Route } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { throwBusy } from '@/lib/operations/busy';
import { readableAddress } from '@/lib/text/domain-names';
import { auth } from './auth';
import { pathHeader } from './proxied';

declare const owner: unique symbol;

/** The id of a signed-in account. Only this module makes one, so code that has a `UserId` runs for a signed-in user. */
export type UserId = string & { readonly [owner]: true };

/** The signed-in account, with its email address in readable form. */
export type Session = { userId: UserId; sessionId: string; name: string; email: string };

/** The request's session as the database knows it, or null. Read once per request. */
export const getSession = cache(async (): Promise<Session | null> => {
	const asked = auth().api.getSession({ headers: await headers() });
	const found = await asked.catch(throwBusy);
	if (!found) return null;
	return {
		userId: found.user.id as UserId,
		sessionId: found.session.id,
		name: found.user.name,
		email: readableAddress(found.user.email),
	};
});

/** The session that a private page needs. Without one, redirects to the sign-in, which leads back afterward. */
export async function requireSession(): Promise<Session> {
	const session = await getSession();
	if (session) return session;
	const path = (await headers()).get(pathHeader) ?? '/dashboard';
	redirect(`/login?next=${encodeURIComponent(path)}` as Route);
}

/** The account that a page's reads belong to. */
export async function requireUserId(): Promise<UserId> {
	return (await requireSession()).userId;
}
