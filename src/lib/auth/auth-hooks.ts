import 'server-only';
import { APIError } from 'better-auth';
import { createAuthMiddleware, getSessionFromCtx, isAPIError } from 'better-auth/api';
import { z } from 'zod';
import { env } from '@/lib/env';
import { deviceCookie, deviceSeconds, knownDevice, newDevice } from './device-cookie';
import { passwordProblem } from './password';
import { assertSignUpAllowed } from './sign-up';
import { type Attempts, claimAttempt, forgetAttempts } from './wrong-passwords';

const email = z.email().max(254);
const text = z.string().max(1_000);
const nothing = z.strictObject({}).nullish();

/** The fields that a request may have. Better Auth would accept more, such as an image of any size and redirect addresses. */
const bodies: Record<string, z.ZodType> = {
	'/sign-in/email': z.strictObject({ email, password: text }),
	'/sign-up/email': z.strictObject({ name: text, email, password: text, code: text.nullish() }),
	'/sign-out': nothing,
	'/get-session': nothing,
	'/reset-password': z.strictObject({ token: text, newPassword: text }),
	'/change-password': z.strictObject({
		currentPassword: text,
		newPassword: text,
		revokeOtherSessions: z.boolean().optional(),
	}),
	'/revoke-other-sessions': nothing,
	'/revoke-session': z.strictObject({ token: text }),
	// Better Auth would not require it after a recent sign-in
	'/delete-user': z.strictObject({ password: text.min(1) }),
};

const newPasswordField: Record<string, 'password' | 'newPassword'> = {
	'/sign-up/email': 'password',
	'/reset-password': 'newPassword',
	'/change-password': 'newPassword',
};

type HookContext = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

const isSecure = () => env().APP_URL.startsWith('https:');

/** Whose attempts a request counts toward; null if it tries no password. */
async function attemptsOf(context: HookContext): Promise<Attempts | null> {
	if (context.path === '/sign-in/email') {
		const address = String(context.body.email).toLowerCase();
		const device = knownDevice(context.getCookie(deviceCookie(isSecure())), address);
		return device ? { of: 'device', id: device } : { of: 'account', id: address };
	}
	if (context.path !== '/change-password' && context.path !== '/delete-user') return null;
	// guesses at the sign-in must not delay a signed-in user
	const session = context.context.newSession ?? (await getSessionFromCtx(context));
	return session && { of: 'session', id: session.user.id };
}

export const beforeEveryRequest = createAuthMiddleware(async (context) => {
	const parsed = bodies[context.path]?.safeParse(context.body);
	if (!parsed) throw new APIError('NOT_FOUND');
	if (!parsed.success) {
		const [field] = parsed.error.issues[0]?.path ?? [];
		const isEmail = field === 'email';
		const message = isEmail ? 'Enter an email address, such as name@example.com.' : 'This request can’t be read.';
		throw new APIError('BAD_REQUEST', { code: isEmail ? 'INVALID_EMAIL' : 'BODY_REFUSED', message });
	}
	if (context.path === '/sign-up/email') await assertSignUpAllowed(context.body.code);
	const field = newPasswordField[context.path];
	const problem = field && passwordProblem(context.body[field]);
	if (problem) throw new APIError('BAD_REQUEST', { message: problem, code: 'PASSWORD_REFUSED' });
	const attempts = await attemptsOf(context);
	const wait = attempts ? await claimAttempt(attempts) : 0;
	if (wait === 0) return;
	throw new APIError('TOO_MANY_REQUESTS', {
		code: 'TOO_MANY_ATTEMPTS',
		message: `Too many attempts. Try again in ${wait} ${wait === 1 ? 'second' : 'seconds'}.`,
	});
});

export const afterEveryRequest = createAuthMiddleware(async (context) => {
	if (isAPIError(context.context.returned)) return;
	const address = context.context.newSession?.user.email;
	const attempts = await attemptsOf(context);
	if (attempts) await forgetAttempts(attempts);
	if (!address || (context.path !== '/sign-in/email' && context.path !== '/sign-up/email')) return;
	context.setCookie(deviceCookie(isSecure()), newDevice(address), {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: isSecure(),
		maxAge: deviceSeconds,
	});
});

/** Forgets failed attempts after a password reset, so that guesses by others don't keep the owner waiting. */
export const afterPasswordReset = ({ user }: { user: { email: string } }) =>
	forgetAttempts({ of: 'account', id: user.email.toLowerCase() });
