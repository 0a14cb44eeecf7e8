import { z } from 'zod';
import { optionalLine, recordId, requiredLine } from '@/lib/text/text';
import { weekStarts } from './week-starts';

export { weekStarts };

const email = z
	.string()
	.transform((value) => value.trim())
	.pipe(
		z.email('This is not an email address; one looks like name@example.com.').max(254, 'This address is too long.'),
	);
const newPassword = z.string().min(1, 'Choose a password.');
const presentPassword = z.string().min(1, 'Enter your password.').max(1000, 'This password is too long.');
const twice = { message: 'The two passwords are not the same.', path: ['passwordAgain'] };

export const signInForm = z.strictObject({
	email,
	password: presentPassword,
	// any text, because returnPath() accepts only paths of this site
	next: z.unknown().optional(),
});

export const signUpForm = z
	.strictObject({
		name: requiredLine('Name', 100),
		email,
		password: newPassword,
		passwordAgain: z.string(),
		code: optionalLine(50),
		timeZone: optionalLine(64),
		locale: optionalLine(35),
	})
	.refine((form) => form.password === form.passwordAgain, twice);

export const resetPasswordForm = z
	.strictObject({
		token: z.string().regex(/^[\w-]{1,200}$/, 'This link is not complete. Copy all of it.'),
		password: newPassword,
		passwordAgain: z.string(),
	})
	.refine((form) => form.password === form.passwordAgain, twice);

export const profileForm = z.strictObject({ name: requiredLine('Name', 100) });

export const changePasswordForm = z
	.strictObject({ currentPassword: presentPassword, password: newPassword, passwordAgain: z.string() })
	.refine((form) => form.password === form.passwordAgain, twice);

const weekStartNumbers = Object.keys(weekStarts) as (keyof typeof weekStarts)[];

/** How money, dates and weeks are shown. The mutation checks the options, as they depend on the present settings. */
export const regionForm = z.strictObject({
	currency: requiredLine('Currency', 3),
	locale: requiredLine('The format', 35),
	timeZone: requiredLine('Time zone', 64),
	weekStart: z.enum(weekStartNumbers, 'Choose one of the days in the list.').transform(Number),
});

export const sessionReference = z.strictObject({ id: recordId });

export const deleteAccountForm = z.strictObject({ currentPassword: presentPassword });
