import 'server-only';
import { createHash, timingSafeEqual } from 'node:crypto';
import { APIError } from 'better-auth';
import { db } from '@/lib/db/db';
import { env } from '@/lib/env';

/** Whether a new account can be created, and whether that needs the code from the terminal. */
export type SignUpState = { open: boolean; needsCode: boolean; firstAccount: boolean };

/** Reads the answer from the database. Demo accounts never own the installation and don't count. */
export async function signUpState(): Promise<SignUpState> {
	const { SIGN_UP, SIGN_UP_CODE } = env();
	const firstAccount = (await db.user.findFirst({ where: { demo: false }, select: { id: true } })) === null;
	const open = SIGN_UP === 'open' || (SIGN_UP === 'first-user' && firstAccount);
	return { open, needsCode: firstAccount && SIGN_UP_CODE !== undefined, firstAccount };
}

/** Why no account can be created, in words for the user. */
export function closedMessage({ firstAccount }: SignUpState): string {
	return firstAccount
		? 'This installation accepts no new accounts. Whoever runs it can open it with the setting SIGN_UP.'
		: 'This installation already has its owner; new accounts are not accepted.';
}

/** Refuses a sign-up that this installation does not allow, with an API error that says why. */
export async function assertSignUpAllowed(code: unknown): Promise<void> {
	const state = await signUpState();
	if (!state.open) {
		throw new APIError('FORBIDDEN', {
			message: closedMessage(state),
			code: 'SIGN_UP_CLOSED',
		});
	}
	if (state.needsCode && !sameCode(code, env().SIGN_UP_CODE ?? '')) {
		throw new APIError('FORBIDDEN', {
			message: 'This is not the code that the server printed when it started. Look at its output.',
			code: 'SIGN_UP_CODE_WRONG',
		});
	}
}

/**
 * The columns that make an account the owner's. The seat is unique in the database, so only one of several simultaneous first
 * sign-ups can commit.
 */
export async function claimSeat(): Promise<{ seat?: number }> {
	return env().SIGN_UP === 'first-user' ? { seat: 1 } : {};
}

function sameCode(given: unknown, expected: string): boolean {
	if (typeof given !== 'string') return false;
	const digest = (code: string) => createHash('sha256').update(code.replace(/[\s-]/g, '').toUpperCase()).digest();
	return timingSafeEqual(digest(given), digest(expected));
}
