import 'server-only';
import { parseSetCookieHeader } from 'better-auth/cookies';
import { cookies, headers } from 'next/headers';
import { env } from '@/lib/env';
import { noteAction } from '@/lib/operations/log';
import { handleAuthRequest } from './auth';

export type AuthAnswer = { ok: boolean; status: number; code?: string; message?: string; user?: { id: string } };

/**
 * Sends a request to Better Auth's HTTP handler, and so through its rate limit, on behalf of the browser that called the
 * action. Passes the cookies of the response on to that browser.
 */
export async function authRequest(path: `/${string}`, body: Record<string, unknown>): Promise<AuthAnswer> {
	noteAction();
	const from = await headers();
	const sent = new Headers({ 'Content-Type': 'application/json', Origin: env().APP_URL });
	for (const name of ['cookie', 'user-agent', 'x-forwarded-for']) {
		const value = from.get(name);
		if (value) sent.set(name, value);
	}
	const url = new URL(`/api/auth${path}`, env().APP_URL);
	const response = await handleAuthRequest(
		new Request(url, { method: 'POST', headers: sent, body: JSON.stringify(body) }),
	);

	const jar = await cookies();
	for (const header of response.headers.getSetCookie()) {
		for (const [name, cookie] of parseSetCookieHeader(header)) {
			jar.set(name, cookie.value, {
				path: cookie.path ?? '/',
				httpOnly: true,
				sameSite: 'lax',
				secure: cookie.secure ?? false,
				...(cookie['max-age'] !== undefined && { maxAge: cookie['max-age'] }),
			});
		}
	}
	const answer = (await response.json().catch(() => ({}))) as Partial<AuthAnswer>;
	return { ...answer, ok: response.ok, status: response.status };
}
