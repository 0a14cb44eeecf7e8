import 'server-only';
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { env } from '@/lib/env';
import { cookiePrefix } from './proxied';

// A browser that has signed in before carries a cookie that says so. Its wrong passwords are counted apart from those of
// everybody else, so that nobody who guesses elsewhere makes it wait. It proves nothing else.

/** So long, in seconds, a browser is known; as long as browsers keep a cookie at most. */
export const deviceSeconds = 400 * 24 * 60 * 60;

export const deviceCookie = (isSecure: boolean) => `${cookiePrefix(isSecure)}.device`;

/** The value of a cookie for a browser that has signed in with an address. */
export function newDevice(email: string): string {
	const id = randomBytes(16).toString('base64url');
	return `${id}.${sign(id, email)}`;
}

/** The id of the browser where a cookie says that it has signed in with this address, or null. */
export function knownDevice(value: string | null | undefined, email: string): string | null {
	const [id = '', signature = ''] = (value ?? '').split('.');
	const expected = sign(id, email);
	const isOurs = signature.length === expected.length && timingSafeEqual(Buffer.from(signature), Buffer.from(expected));
	return isOurs ? id : null;
}

const sign = (id: string, email: string) =>
	createHmac('sha256', env().AUTH_SECRET).update(`device ${id} ${email.toLowerCase()}`).digest('base64url');
