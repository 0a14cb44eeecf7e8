'use server';
import type { Route } from 'next';
import { refresh } from 'next/cache';
import { RedirectType, redirect } from 'next/navigation';
import { v7 as uuidv7 } from 'uuid';
import { type AuthAnswer, authRequest } from '@/lib/auth/auth-request';
import { returnPath } from '@/lib/auth/return-path';
import type { UserId } from '@/lib/auth/session';
import { inChangeSet } from '@/lib/db/change-set';
import type { FieldErrors } from '@/lib/errors/failure';
import { correctMarked } from '@/lib/errors/failure';
import { userAction } from '@/lib/request/action';
import { parseInput } from '@/lib/request/validation';
import {
	changePasswordForm,
	deleteAccountForm,
	profileForm,
	regionForm,
	resetPasswordForm,
	sessionReference,
	signInForm,
	signUpForm,
} from './schema';
import * as mutations from './server/account-mutations';

/** A form without a session: it leads on when it worked, so an answer is always a refusal. */
export type AccountAnswer = { ok: false; message: string; fieldErrors?: FieldErrors; signedOut?: true };

export async function signIn(input: unknown): Promise<AccountAnswer> {
	const form = parseInput(signInForm, input);
	if (!form.ok) return form;
	const { email, password, next } = form.data;
	const answer = await authRequest('/sign-in/email', { email, password });
	if (!answer.ok) {
		// one message for an unknown address and for a wrong password
		return refusal(answer, answer.status === 401 ? 'The email address or the password is wrong.' : undefined);
	}
	redirect(returnPath(next) as Route, RedirectType.replace);
}

export async function signUp(input: unknown): Promise<AccountAnswer> {
	const form = parseInput(signUpForm, input);
	if (!form.ok) return form;
	const { name, email, password, code, timeZone, locale } = form.data;
	const answer = await authRequest('/sign-up/email', { name, email, password, code });
	if (!answer.ok || !answer.user) return refusal(answer);
	// made by this request, so it is this browser's account
	const userId = answer.user.id as UserId;
	await inChangeSet({ id: uuidv7(), label: 'Create account' }, (tx) =>
		mutations.openSettings(tx, userId, { timeZone, locale }),
	);
	redirect('/dashboard', RedirectType.replace);
}

export async function resetPassword(input: unknown): Promise<AccountAnswer> {
	const form = parseInput(resetPasswordForm, input);
	if (!form.ok) return form;
	const answer = await authRequest('/reset-password', { token: form.data.token, newPassword: form.data.password });
	if (!answer.ok) return refusal(answer);
	redirect('/login?reset=done' as Route, RedirectType.replace);
}

export async function signOut(): Promise<void> {
	await authRequest('/sign-out', {});
	redirect('/login');
}

export const saveProfile = userAction('Rename account', profileForm, mutations.saveProfile);
export const saveRegion = userAction('Change region', regionForm, mutations.saveRegion);
export const endSession = userAction('End session', sessionReference, mutations.endSession);

/** Changes the password, ends every other session and gives this one a new cookie. */
export async function changePassword(input: unknown): Promise<AccountAnswer> {
	const form = parseInput(changePasswordForm, input);
	if (!form.ok) return form;
	const { currentPassword, password } = form.data;
	const body = { currentPassword, newPassword: password, revokeOtherSessions: true };
	const answer = await authRequest('/change-password', body);
	if (!answer.ok) return refusal(answer);
	// a new request, because this one's cookie names a session that has just ended
	redirect('/settings?password=changed#password' as Route);
}

export async function endOtherSessions(): Promise<{ ok: true } | AccountAnswer> {
	const answer = await authRequest('/revoke-other-sessions', {});
	if (!answer.ok) return refusal(answer);
	refresh();
	return { ok: true };
}

/** Deletes the account with everything in it, signs out and leads to where a visitor begins. */
export async function deleteAccount(input: unknown): Promise<AccountAnswer> {
	const form = parseInput(deleteAccountForm, input);
	if (!form.ok) return form;
	const answer = await authRequest('/delete-user', { password: form.data.currentPassword });
	if (!answer.ok) return refusal(answer);
	redirect('/');
}

function refusal(answer: AuthAnswer, message?: string): AccountAnswer {
	if (answer.status === 429 && answer.code !== 'TOO_MANY_ATTEMPTS')
		return { ok: false, message: 'Too many attempts. Wait a minute, then try again.' };
	switch (answer.code) {
		case 'PASSWORD_REFUSED':
			return {
				ok: false,
				message: correctMarked(1),
				fieldErrors: { password: answer.message ?? '' },
			};
		case 'INVALID_PASSWORD':
		case 'PASSWORD_TOO_LONG':
			return {
				ok: false,
				message: correctMarked(1),
				fieldErrors: { currentPassword: 'This is not your password.' },
			};
		case 'UNAUTHORIZED':
			return {
				ok: false,
				signedOut: true,
				message: 'You’ve been signed out. Sign in in a new tab, then try again.',
			};
		case 'SIGN_UP_CODE_WRONG':
			return { ok: false, message: correctMarked(1), fieldErrors: { code: answer.message ?? '' } };
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
