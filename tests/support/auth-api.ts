import { handleAuthRequest } from '@/lib/auth/auth';
import { password } from './password';

const base = 'http://localhost:3000';

/** Sends what a browser would send to Better Auth's HTTP handler. */
export function post(path: string, body: Record<string, unknown>): Promise<Response> {
	return handleAuthRequest(
		new Request(`${base}/api/auth${path}`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json', Origin: base },
			body: JSON.stringify(body),
		}),
	);
}

/** A sign-up as the form sends it. */
export const signUp = (email: string, more: Record<string, unknown> = {}) =>
	post('/sign-up/email', { name: 'Nguyễn Thị Lan', email, password, ...more });
