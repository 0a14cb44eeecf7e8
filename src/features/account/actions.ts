'use server';
import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { v7 as uuidv7 } from 'uuid';
import { type AuthAnswer, authRequest } from '@/lib/auth-request';
import { inChangeSet } from '@/lib/change-set';
import type { FieldErrors } from '@/lib/errors';
import { returnPath } from '@/lib/return-path';
import type { UserId } from '@/lib/session';
import { parseInput } from '@/lib/validation';
import { openSettings } from './mutations';
import { resetPasswordForm, signInForm, signUpForm } from './schema';

/** A form without a session: it leads on when it worked, so an answer is always a refusal. */
export type AccountAnswer = { ok: false; message: string; fieldErrors?: FieldErrors };

export async function signIn(input: unknown): Promise<AccountAnswer> {
	const form = parseInput(signInForm, input);
	if (!form.ok) return form;
	const { email, password, next } = form.data;
	const answer = await authRequest('/sign-in/email', { email, password });
	if (!answer.ok) {
		// one message for an unknown address and for a wrong password
		return refusal(answer, answer.status === 401 ? 'The email address or the password is wrong.' : undefined);
	}
	redirect(returnPath(next) as Route);
}

export async function signUp(input: unknown): Promise<AccountAnswer> {
	const form = parseInput(signUpForm, input);
	if (!form.ok) return form;
	const { name, email, password, code, timeZone, locale } = form.data;
	const answer = await authRequest('/sign-up/email', { name, email, password, code });
	if (!answer.ok || !answer.user) return refusal(answer);
	// made by this request, so it is this browser's account
	const userId = answer.user.id as UserId;
	await inChangeSet({ id: uuidv7(), label: 'Create account' }, (tx) => openSettings(tx, userId, { timeZone, locale }));
	redirect('/dashboard');
}

export async function resetPassword(input: unknown): Promise<AccountAnswer> {
	const form = parseInput(resetPasswordForm, input);
	if (!form.ok) return form;
	const answer = await authRequest('/reset-password', { token: form.data.token, newPassword: form.data.password });
	if (!answer.ok) return refusal(answer);
	redirect('/login?reset=done' as Route);
}

export async function signOut(): Promise<void> {
	await authRequest('/sign-out', {});
	redirect('/login');
}

function refusal(answer: AuthAnswer, message?: string): AccountAnswer {
	if (answer.status === 429) return { ok: false, message: 'Too many attempts. Wait a minute, then try again.' };
	switch (answer.code) {
		case 'PASSWORD_REFUSED':
			return {
				ok: false,
				message: 'Please correct the marked field.',
				fieldErrors: { password: answer.message ?? '' },
			};
		case 'SIGN_UP_CODE_WRONG':
			return { ok: false, message: 'Please correct the marked field.', fieldErrors: { code: answer.message ?? '' } };
		case 'USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL':
			return { ok: false, message: 'There is an account with this email address. Sign in instead.' };
		case 'FAILED_TO_CREATE_USER':
			return {
				ok: false,
				message:
					'The account could not be made. If somebody else has just registered here, this installation has its owner.',
			};
		case 'INVALID_TOKEN':
			return {
				ok: false,
				message: 'This link has expired or was used before. Make a new one with npm run reset-password.',
			};
		default:
			return { ok: false, message: message ?? answer.message ?? 'That did not work. Please try again.' };
	}
}
